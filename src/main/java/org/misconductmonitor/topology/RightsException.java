package org.misconductmonitor.topology;

import java.util.List;
import java.util.stream.Collectors;

/** The cluster does not allow what is needed; the message names every missing right and how to grant it. */
public final class RightsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String PRINCIPAL = "User:NAME";

    private final transient List<Right> missing;

    /** @param role as {@code topics acls} names it */
    RightsException(String bootstrapServers, String role, List<Right> missing, AclCommands commands) {
        super("""
                the cluster at %s does not allow what the role %s needs, so nothing was begun. Missing:
                %s
                An administrator grants it, with your principal for %s:
                %s
                `topics acls --role %s` prints everything it needs.""".formatted(
                        bootstrapServers,
                        role,
                        indented(missing.stream().map(Right::describe).toList()),
                        PRINCIPAL,
                        indented(commands.allow(PRINCIPAL, missing)),
                        role));
        this.missing = List.copyOf(missing);
    }

    public List<Right> missing() {
        return missing;
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }
}
