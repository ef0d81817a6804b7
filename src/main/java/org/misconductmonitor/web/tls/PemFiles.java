package org.misconductmonitor.web.tls;

import java.nio.file.Path;
import java.util.List;

/**
 * As certificate authorities and their tools hand them out.
 *
 * @param certificates the server's own first, then those that lead to the authority
 * @param key PKCS 8 without a password; nobody but its owner and group may read it
 */
public record PemFiles(Path certificates, Path key) implements KeySource {
    @Override
    public List<Path> files() {
        return List.of(certificates, key);
    }

    @Override
    public ServerKey read() {
        return new ServerKey(key, Pem.privateKey(key), Pem.certificates(certificates));
    }
}
