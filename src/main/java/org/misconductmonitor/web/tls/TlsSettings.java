package org.misconductmonitor.web.tls;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an instance speaks TLS.
 *
 * @param keys what it proves itself with
 * @param trust PEM file of those whose certificates it believes of other instances; empty: those that the JVM believes
 * @param reread how long a change of the files may go unnoticed
 * @param clock by which certificates expire
 */
public record TlsSettings(KeySource keys, Optional<Path> trust, Duration reread, Clock clock) {
    /** How long a change of the files may go unnoticed, where nobody says. */
    public static final Duration REREAD = Duration.ofSeconds(5);

    List<Path> files() {
        List<Path> files = new ArrayList<>(keys.files());
        trust.ifPresent(files::add);
        return files;
    }
}
