package org.misconductmonitor.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;

/**
 * Where nobody proves who they are, a page of a stranger in a browser on this machine could ask for what changes
 * something. Browsers say where such requests come from. Where tokens are asked for, no page has one that was not given it.
 */
final class OwnPages {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private OwnPages() {}

    /** @throws ProblemException if a page of another origin asks for a change */
    static void require(Context context) {
        if (HARMLESS.contains(context.method().name())) {
            return;
        }
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        boolean foreign =
                (site != null && !OWN.contains(site)) || (origin != null && !isOf(origin, context.header("Host")));
        if (foreign) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "pages of other origins may not do this");
        }
    }

    private static boolean isOf(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
