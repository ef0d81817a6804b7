package org.misconductmonitor.web.security;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Reach;

/**
 * A credential that was found good.
 *
 * @param key the same for all requests of one caller, different for callers who prove themselves in different ways
 * @param standing whether it is still good, neither expired nor revoked nor changed: for those who go on telling
 */
public record Session(Caller caller, String key, BooleanSupplier standing) {
    /** Without credentials, which only happens on the loopback interface. */
    public static final Session LOCAL = new Session(Caller.LOCAL, "local", () -> true);

    /** Where nobody is asked who they are, because everybody may. */
    public static final Session NOBODY =
            new Session(new Caller("nobody", Set.of(), Reach.NOTHING), "nobody", () -> true);

    public boolean stands() {
        return standing.getAsBoolean();
    }
}
