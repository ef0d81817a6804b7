package org.misconductmonitor.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.misconductmonitor.query.InstanceAddress;
import org.misconductmonitor.web.tls.TlsSettings;

/**
 * The HTTP server of an instance.
 *
 * @param port 0: a free one; empty: there is no server
 * @param host address it listens on
 * @param applicationServer where other instances reach it, host:port; empty: where it listens
 * @param access who may ask
 * @param tls that it speaks itself; empty: none
 */
public record HttpConfig(
        Optional<Integer> port, String host, String applicationServer, AccessConfig access, Optional<TlsSettings> tls) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}");
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

    /** Whether it listens beyond this machine. */
    boolean isReachedByOthers() {
        return port.isPresent() && !LOOPBACK.matcher(host).matches();
    }

    /** What must not be, with what to do. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!isReachedByOthers()) {
            return problems;
        }
        String reached = "http.host = " + host + " can be reached by others and needs ";
        if (!access.asksForCredentials()) {
            problems.add(reached + "credentials: set http.auth.token.file ('token new' makes a token), or"
                    + " http.auth.oidc.issuer and http.auth.oidc.audience; or listen on 127.0.0.1");
        }
        if (tls.isEmpty() && !access.behindProxy()) {
            problems.add(reached + "TLS: set http.tls.certificate.file and http.tls.key.file, or"
                    + " http.tls.keystore.file; or put a proxy in front that ends it, let nobody else reach the port,"
                    + " and set http.behind.proxy = true");
        }
        if (EVERYWHERE.contains(host) && applicationServer.isEmpty()) {
            problems.add(
                    "http.host = " + host + " is nowhere that other instances could reach: set application.server");
        }
        return problems;
    }

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
