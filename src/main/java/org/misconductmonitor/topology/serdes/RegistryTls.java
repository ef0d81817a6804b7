package org.misconductmonitor.topology.serdes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** The {@code schema.registry.ssl.*} properties: a trust store, and a key store for mutual TLS. */
final class RegistryTls {
    private static final String PREFIX = "schema.registry.ssl.";
    private static final String TRUST_STORE = "truststore";
    private static final String PEM = "PEM";

    private RegistryTls() {}

    /** Empty when no store is configured. */
    static Optional<SSLContext> context(Map<String, ?> properties) {
        Optional<KeyStore> trusted = store(properties, TRUST_STORE);
        Optional<KeyStore> own = store(properties, "keystore");
        if (trusted.isEmpty() && own.isEmpty()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    own.isPresent() ? keys(own.get(), keyPassword(properties)) : null,
                    trusted.isPresent() ? trust(trusted.get()) : null,
                    null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new ConfigException("The stores of " + PREFIX + "* cannot be used: " + e.getMessage());
        }
    }

    private static KeyManager[] keys(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trust(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static Optional<KeyStore> store(Map<String, ?> properties, String which) {
        Object location = properties.get(PREFIX + which + ".location");
        if (location == null || location.toString().isBlank()) {
            return Optional.empty();
        }
        String type = Objects.toString(properties.get(PREFIX + which + ".type"), "PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(location.toString()))) {
            if (type.equals(PEM) && which.equals(TRUST_STORE)) {
                return Optional.of(certificates(in));
            }
            KeyStore store = KeyStore.getInstance(type);
            store.load(in, password(properties, which + ".password"));
            return Optional.of(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigException(PREFIX + which + ".location", location, """
                    cannot be read as a %s store: %s. Check the path, .type (PKCS12 or JKS, PEM for certificates that are trusted) and .password""".formatted(type, e.getMessage()));
        }
    }

    /** As authorities hand them out: one after the other, without a password. */
    private static KeyStore certificates(InputStream in) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
            store.setCertificateEntry(Integer.toString(store.size()), certificate);
        }
        if (store.size() == 0) {
            throw new IOException("there is no certificate in it");
        }
        return store;
    }

    private static char[] keyPassword(Map<String, ?> properties) {
        char[] password = password(properties, "key.password");
        return password == null ? password(properties, "keystore.password") : password;
    }

    private static char[] password(Map<String, ?> properties, String name) {
        Object value = properties.get(PREFIX + name);
        return value == null ? null : revealed(value).toCharArray();
    }

    /** Kafka wraps secrets so that they are not printed. */
    static String revealed(Object value) {
        return value instanceof Password password ? password.value() : value.toString();
    }
}
