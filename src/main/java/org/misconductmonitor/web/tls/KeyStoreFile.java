package org.misconductmonitor.web.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A PKCS 12 store with one key and the certificates that belong to it.
 *
 * @param password of the store and of the key
 */
public record KeyStoreFile(Path file, String password) implements KeySource {
    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public ServerKey read() {
        byte[] bytes = TlsFile.bytes(file);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password.toCharArray());
            String alias = onlyKey(store);
            if (!(store.getKey(alias, password.toCharArray()) instanceof PrivateKey key)) {
                throw new TlsException(file + " holds a key that is not a private one");
            }
            return new ServerKey(file, key, chain(store.getCertificateChain(alias)));
        } catch (IOException e) {
            throw new TlsException(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? file + " does not open with http.tls.keystore.password: is it the right one?"
                            : file + " is not a PKCS 12 store: make one with 'openssl pkcs12 -export' or with keytool");
        } catch (UnrecoverableKeyException e) {
            throw new TlsException("the key in " + file
                    + " has another password than the store: give it the same one, http.tls.keystore.password");
        } catch (GeneralSecurityException e) {
            throw new TlsException(file + " cannot be used: " + e.getMessage());
        }
    }

    private String onlyKey(KeyStore store) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new TlsException(file + " holds " + keys.size() + " keys: it must be one, with its certificate");
        }
        return keys.get(0);
    }

    private static List<X509Certificate> chain(Certificate[] chain) {
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "KeyStoreFile[" + file + "]";
    }
}
