package org.misconductmonitor.web.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads small files whole. */
final class TlsFile {
    private static final int LARGEST = 1 << 20;

    private TlsFile() {}

    /** @throws TlsException if it cannot be read or is too large to be what it should be */
    static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new TlsException(file + " is larger than 1 MiB: is it the right file?");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TlsException(file + " cannot be read: does it exist, and may the monitor read it?");
        }
    }
}
