package org.misconductmonitor.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.misconductmonitor.web.tls.KeySource;
import org.misconductmonitor.web.tls.KeyStoreFile;
import org.misconductmonitor.web.tls.PemFiles;
import org.misconductmonitor.web.tls.TlsSettings;

/** The keys of the configuration that say how the HTTP server speaks TLS. */
final class TlsKeys {
    static final ConfigKey<Path> CERTIFICATE = file("http.tls.certificate.file");
    static final ConfigKey<Path> KEY = file("http.tls.key.file");
    static final ConfigKey<Path> STORE = file("http.tls.keystore.file");
    static final ConfigKey<String> PASSWORD =
            new ConfigKey<>("http.tls.keystore.password", "", ConfigFormat.text("text", value -> true));
    static final ConfigKey<Path> TRUST = file("http.tls.trust.file");

    static final List<ConfigKey<?>> ALL = List.of(CERTIFICATE, KEY, STORE, PASSWORD, TRUST);

    private TlsKeys() {}

    /** @param problems to which is added what does not go together */
    static Optional<TlsSettings> read(ConfigReader reader, List<String> problems) {
        Path certificate = reader.read(CERTIFICATE);
        Path key = reader.read(KEY);
        Path store = reader.read(STORE);
        String password = reader.read(PASSWORD);
        Path trust = reader.read(TRUST);
        if ((certificate == null) != (key == null)) {
            problems.add("http.tls.certificate.file and http.tls.key.file need each other");
        }
        if (certificate != null && store != null) {
            problems.add("http.tls.keystore.file stands in for http.tls.certificate.file and http.tls.key.file: remove"
                    + " one or the other");
        }
        boolean hasPassword = password != null && !password.isEmpty();
        if ((store == null) == hasPassword) {
            problems.add("http.tls.keystore.file and http.tls.keystore.password need each other");
        }
        Optional<KeySource> keys = store == null
                ? Optional.ofNullable(certificate).map(file -> new PemFiles(file, key))
                : Optional.of(new KeyStoreFile(store, password));
        if (keys.isEmpty() && trust != null) {
            problems.add("http.tls.trust.file is of no use without a key: set http.tls.key.file and"
                    + " http.tls.certificate.file, or http.tls.keystore.file");
        }
        return keys.map(
                source -> new TlsSettings(source, Optional.ofNullable(trust), TlsSettings.REREAD, Clock.systemUTC()));
    }

    private static ConfigKey<Path> file(String name) {
        return new ConfigKey<>(name, "", new ConfigFormat<>("a file", text -> text.isEmpty() ? null : Path.of(text)));
    }
}
