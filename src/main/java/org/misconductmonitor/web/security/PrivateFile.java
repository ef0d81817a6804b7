package org.misconductmonitor.web.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that must not be everybody's. */
public final class PrivateFile {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateFile.class);
    private static final Set<PosixFilePermission> TOO_MUCH = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    private PrivateFile() {}

    /** What is wrong with who may use it, and what to do; empty if nothing is. */
    public static Optional<String> objection(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(TOO_MUCH::contains)
                    ? Optional.of(file + " can be read by everybody or changed by others: run chmod 600 on it")
                    : Optional.empty();
        } catch (UnsupportedOperationException e) {
            LOG.debug("This file system does not tell who may read {}", file);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(file + " cannot be read: does it exist, and may the monitor read it?");
        }
    }
}
