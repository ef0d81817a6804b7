package org.misconductmonitor.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates that are made for one run of the tests, each its own authority, and a store of all to be trusted. */
final class Certificates {
    private static final String STORE = "PKCS12";

    private final Path directory;
    private final String password = UUID.randomUUID().toString();

    private Certificates(Path directory) {
        this.directory = directory;
    }

    /** @param names of whom there shall be certificates, {@code CN=name} */
    static Certificates make(Path directory, List<String> names) {
        Certificates made = new Certificates(directory);
        try {
            // Each is a process of its own: side by side.
            List<Process> tools = new ArrayList<>();
            for (String name : names) {
                tools.add(made.keytool(name));
            }
            for (Process tool : tools) {
                if (tool.waitFor() != 0) {
                    throw new IllegalStateException(
                            new String(tool.getInputStream().readAllBytes()));
                }
            }
            made.trust(names);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return made;
    }

    String password() {
        return password;
    }

    /** Key and certificate. */
    Path store(String name) {
        return directory.resolve(name + ".p12");
    }

    /** Everybody's certificate. */
    Path trusted() {
        return directory.resolve("trusted.p12");
    }

    /** For a server of that name. */
    SSLContext server(String name) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(store(name)), password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code ssl.*} properties of one who trusts everybody here. */
    Map<String, String> trusting() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("ssl.truststore.location", trusted().toString());
        properties.put("ssl.truststore.password", password);
        return properties;
    }

    /** The same of one who shows a certificate. */
    Map<String, String> showing(String name) {
        Map<String, String> properties = trusting();
        properties.put("ssl.keystore.location", store(name).toString());
        properties.put("ssl.keystore.password", password);
        properties.put("ssl.key.password", password);
        return properties;
    }

    private Process keytool(String name) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder builder = new ProcessBuilder(
                tool.toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                STORE,
                "-storepass:env",
                "STORE_PASSWORD",
                "-keystore",
                store(name).toString());
        builder.environment().put("STORE_PASSWORD", password);
        return builder.redirectErrorStream(true).start();
    }

    private void trust(List<String> names) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(STORE);
        trusted.load(null, null);
        for (String name : names) {
            trusted.setCertificateEntry(name, load(store(name)).getCertificate(name));
        }
        try (OutputStream out = Files.newOutputStream(trusted())) {
            trusted.store(out, password.toCharArray());
        }
    }

    private KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(STORE);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }
}
