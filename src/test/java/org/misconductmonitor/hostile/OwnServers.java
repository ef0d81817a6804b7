package org.misconductmonitor.hostile;

import com.code_intelligence.jazzer.api.BugDetectors;
import java.util.Set;

/** What a target has started to talk to: Jazzer takes every connection for a find that nobody has allowed. */
public final class OwnServers {
    /** As they are called, and as the machine calls them when it is asked for the name. */
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost");

    private OwnServers() {}

    /** To be said with each input: Jazzer comes behind the seeds, and what it was told before it has not heard. */
    public static void allow() {
        BugDetectors.allowNetworkConnections((host, port) -> NAMES.contains(host));
    }
}
