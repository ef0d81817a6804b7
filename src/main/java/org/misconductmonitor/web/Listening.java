package org.misconductmonitor.web;

import java.util.Optional;
import java.util.Set;
import org.misconductmonitor.web.tls.TlsSettings;

/**
 * Where and how a server is reached.
 *
 * @param host address to listen on
 * @param port 0: a free one
 * @param names by which other instances may call this one, besides those of the loopback interface
 * @param tls empty: plain HTTP. Otherwise nothing but HTTPS is understood at the port, and other instances are asked so
 */
public record Listening(String host, int port, Set<String> names, Optional<TlsSettings> tls) {
    public Listening {
        names = Set.copyOf(names);
    }

    /** Plain HTTP for this machine. */
    public static Listening onLoopback(int port) {
        return new Listening("127.0.0.1", port, Set.of(), Optional.empty());
    }
}
