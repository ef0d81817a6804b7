package org.misconductmonitor.web;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which hosts a request may be meant for. A page of a stranger can point a name of its own at this machine and would then
 * be of the same origin; its requests carry that name.
 */
final class HostCheck {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Set<String> names;

    /** @param more names besides those of the loopback interface */
    HostCheck(Set<String> more) {
        this.names = more.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** @param host header of the request, or null */
    boolean accepts(String host) {
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || names.contains(name);
    }
}
