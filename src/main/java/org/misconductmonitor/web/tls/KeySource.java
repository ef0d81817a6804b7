package org.misconductmonitor.web.tls;

import java.nio.file.Path;
import java.util.List;

/** Where the server's private key and its certificate are. */
public sealed interface KeySource permits PemFiles, KeyStoreFile {
    /** All that have a part in it. */
    List<Path> files();

    /**
     * Reads them as they are now.
     *
     * @throws TlsException if one of them is not there or cannot be read
     */
    ServerKey read();
}
