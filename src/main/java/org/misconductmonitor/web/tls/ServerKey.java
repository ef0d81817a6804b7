package org.misconductmonitor.web.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the server proves itself with.
 *
 * @param file of the key
 * @param chain the server's own certificate first
 */
record ServerKey(Path file, PrivateKey key, List<X509Certificate> chain) {
    private static final byte[] PROBE = {1};

    ServerKey {
        chain = List.copyOf(chain);
    }

    /**
     * Nobody would believe it otherwise.
     *
     * @throws TlsException if a certificate does not hold at the time given, or the key is that of another
     */
    void require(Instant now) {
        for (X509Certificate certificate : chain) {
            String name = "the certificate of " + certificate.getSubjectX500Principal() + " for " + file;
            if (now.isAfter(end(certificate))) {
                throw new TlsException(name + " has expired at " + end(certificate) + ": have it renewed");
            }
            Instant start = certificate.getNotBefore().toInstant();
            if (now.isBefore(start)) {
                throw new TlsException(name + " is not good before " + start + ": is the clock of this machine right?");
            }
        }
        if (!signs()) {
            throw new TlsException("the key in " + file + " does not match the certificate of "
                    + chain.get(0).getSubjectX500Principal()
                    + ": give the key that it was made for, and the server's own certificate first");
        }
    }

    /** How long the one that ends first still holds. */
    Duration left(Instant now) {
        return chain.stream()
                .map(certificate -> Duration.between(now, end(certificate)))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    /** In memory only, with this password. */
    KeyStore store(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, password, chain.toArray(Certificate[]::new));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException("the key in " + file + " cannot be used: " + e.getMessage());
        }
    }

    private boolean signs() {
        try {
            Signature signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "EC" -> "SHA256withECDSA";
                        case "RSA" -> "SHA256withRSA";
                        default -> key.getAlgorithm();
                    });
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(chain.get(0).getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ServerKey[" + file + "]";
    }
}
