package org.misconductmonitor.web.tls;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * What was in the files when they were looked at, to be compared: times of files lie where they are mounted or restored.
 *
 * @param bytes of each file; none of one that cannot be read
 */
record TlsContent(List<ByteBuffer> bytes) {
    private static final ByteBuffer UNREADABLE = ByteBuffer.wrap(new byte[0]);

    static TlsContent of(List<Path> files) {
        return new TlsContent(files.stream().map(TlsContent::read).toList());
    }

    private static ByteBuffer read(Path file) {
        try {
            return ByteBuffer.wrap(TlsFile.bytes(file));
        } catch (TlsException e) {
            // Whoever reads it for its content tells why.
            return UNREADABLE;
        }
    }

    /** Without keys. */
    @Override
    public String toString() {
        return "TlsContent[" + bytes.size() + " files]";
    }
}
