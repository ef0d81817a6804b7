package org.misconductmonitor.platform;

import java.util.Optional;
import org.misconductmonitor.query.InstanceAddress;

/**
 * The HTTP server of an instance.
 *
 * @param port 0: a free one; empty: there is no server
 * @param host address it listens on
 * @param applicationServer where other instances reach it, host:port; empty: where it listens
 */
public record HttpConfig(Optional<Integer> port, String host, String applicationServer) {
    /** @param listening the port that it really listens on */
    InstanceAddress address(int listening) {
        if (applicationServer.isEmpty()) {
            return new InstanceAddress(host, listening);
        }
        int colon = applicationServer.lastIndexOf(':');
        return new InstanceAddress(
                applicationServer.substring(0, colon), Integer.parseInt(applicationServer.substring(colon + 1)));
    }
}
