package org.misconductmonitor.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that are made for one run of the tests, each its own authority, and a store of all to be trusted. */
public final class Certificates {
    private static final String STORE = "PKCS12";

    private final Path directory;
    private final String password = UUID.randomUUID().toString();

    private Certificates(Path directory) {
        this.directory = directory;
    }

    /** @param names of whom there shall be certificates, {@code CN=name} */
    public static Certificates make(Path directory, List<String> names) {
        return make(directory, names, List.of());
    }

    /** @param more arguments for keytool */
    public static Certificates make(Path directory, List<String> names, List<String> more) {
        Certificates made = new Certificates(directory);
        try {
            // Each is a process of its own: side by side.
            List<Process> tools = new ArrayList<>();
            for (String name : names) {
                tools.add(made.keytool(name, more));
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

    public String password() {
        return password;
    }

    /** Key and certificate. */
    public Path store(String name) {
        return directory.resolve(name + ".p12");
    }

    /** Everybody's certificate. */
    Path trusted() {
        return directory.resolve("trusted.p12");
    }

    /** Certificate in PEM. */
    public Path certificate(String name) {
        return pem(name + ".crt", "CERTIFICATE", encoded(name, false));
    }

    /** Key in PEM, its owner's alone. */
    public Path key(String name) {
        Path file = pem(name + ".key", "PRIVATE KEY", encoded(name, true));
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] encoded(String name, boolean key) {
        try {
            KeyStore store = load(store(name));
            return key
                    ? store.getKey(name, password.toCharArray()).getEncoded()
                    : store.getCertificate(name).getEncoded();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path pem(String file, String type, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        try {
            return Files.writeString(
                    directory.resolve(file), "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, lines));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a client that believes everybody here. */
    public SSLContext client() {
        try (InputStream in = Files.newInputStream(trusted())) {
            KeyStore trusted = KeyStore.getInstance(STORE);
            trusted.load(in, password.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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

    private Process keytool(String name, List<String> more) throws IOException {
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
        builder.command().addAll(more);
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
