package org.misconductmonitor.web.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.security.Certificates;

/** Keys that nobody would believe stop the start, and the message says what to do. */
class ServerTlsTest {
    @TempDir
    private static Path directory;

    private static Certificates certificates;

    @BeforeAll
    static void make() {
        certificates = Certificates.make(directory, List.of("monitor", "other"));
    }

    @Test
    void shouldOfferNothingOlderThanTls12() throws Exception {
        try (ServerTls tls = ServerTls.open(settings(good(), Clock.systemUTC()))) {
            tls.server().start();
            try {
                assertThat(tls.server().newSSLEngine().getEnabledProtocols())
                        .containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
                assertThat(tls.server().newSSLEngine().getEnabledCipherSuites())
                        .isNotEmpty()
                        .noneMatch(suite -> suite.matches(".*(_NULL_|_anon_|RC4|3DES|_SHA|_MD5|TLS_RSA_).*")
                                && !suite.matches(".*_(SHA256|SHA384)"));
            } finally {
                tls.server().stop();
            }
        }
    }

    @Test
    void shouldTakeAStoreAsWell() {
        ServerTls.open(settings(
                        new KeyStoreFile(certificates.store("monitor"), certificates.password()), Clock.systemUTC()))
                .close();
    }

    @Test
    void shouldSayWhichFileIsMissing() {
        Path missing = directory.resolve("missing.pem");
        assertRefused(new PemFiles(missing, certificates.key("monitor")), "missing.pem", "does it exist");
        assertRefused(new PemFiles(certificates.certificate("monitor"), missing), "missing.pem", "does it exist");
        assertRefused(new KeyStoreFile(missing, "x"), "missing.pem", "does it exist");
        assertThatThrownBy(() -> ServerTls.open(
                        new TlsSettings(good(), Optional.of(missing), Duration.ofHours(1), Clock.systemUTC())))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("missing.pem");
    }

    @Test
    void shouldSayThatThePasswordIsWrongWithoutTellingIt() {
        assertThatThrownBy(() -> open(new KeyStoreFile(certificates.store("monitor"), "guessed"), Clock.systemUTC()))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("monitor.p12 does not open with http.tls.keystore.password")
                .hasMessageNotContaining("guessed");
        assertThat(new KeyStoreFile(directory, "guessed").toString()).doesNotContain("guessed");
    }

    @Test
    void shouldSayWhatIsNoKeyNoCertificateAndNoStore() throws IOException {
        Path text = Files.writeString(directory.resolve("text.pem"), "nothing");
        Files.setPosixFilePermissions(text, PosixFilePermissions.fromString("rw-------"));
        Path old = Files.writeString(
                directory.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-------"));
        Path broken = Files.writeString(
                directory.resolve("broken.pem"),
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
                        + "-----BEGIN CERTIFICATE-----\n*?*\n-----END CERTIFICATE-----\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rw-------"));

        Path cut = Files.writeString(
                directory.resolve("cut.pem"), "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n");

        assertRefused(new PemFiles(cut, certificates.key("monitor")), "cut.pem is no PEM");
        assertRefused(new PemFiles(certificates.certificate("monitor"), text), "holds no private key");
        assertRefused(new PemFiles(certificates.certificate("monitor"), old), "openssl pkcs8 -topk8");
        assertRefused(new PemFiles(certificates.certificate("monitor"), broken), "holds a key that cannot be read");
        assertRefused(new PemFiles(text, certificates.key("monitor")), "holds no certificate");
        assertRefused(new PemFiles(broken, certificates.key("monitor")), "holds a certificate that cannot be read");
        assertRefused(new KeyStoreFile(text, "x"), "is not a PKCS 12 store");
        assertRefused(new KeyStoreFile(directory.resolve("trusted.p12"), certificates.password()), "holds 0 keys");
    }

    @Test
    void shouldRefuseAKeyThatEverybodyCanRead() throws IOException {
        Path key = Files.copy(certificates.key("monitor"), directory.resolve("open.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertRefused(new PemFiles(certificates.certificate("monitor"), key), "chmod 600");
    }

    @Test
    void shouldRefuseAKeyOfAnotherCertificate() {
        assertRefused(
                new PemFiles(certificates.certificate("monitor"), certificates.key("other")),
                "other.key does not match the certificate of CN=monitor");
    }

    @Test
    void shouldRefuseACertificateThatDoesNotHoldNow() {
        Instant now = Instant.now();
        assertThatThrownBy(() -> open(good(), Clock.fixed(now.plus(Duration.ofDays(100)), ZoneOffset.UTC)))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("CN=monitor")
                .hasMessageContaining("has expired at")
                .hasMessageContaining("renewed");
        assertThatThrownBy(() -> open(good(), Clock.fixed(now.minus(Duration.ofDays(1)), ZoneOffset.UTC)))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("is not good before")
                .hasMessageContaining("clock");
    }

    @Test
    void shouldTakeARenewedCertificateAsSoonAsItHolds() throws Exception {
        Path certificate = Files.copy(certificates.certificate("monitor"), directory.resolve("renewed.crt"));
        Path key = Files.copy(certificates.key("monitor"), directory.resolve("renewed.key"));
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        try (ServerTls tls = ServerTls.open(settings(new PemFiles(certificate, key), clock))) {
            now.set(now.get().minus(Duration.ofDays(1)));
            Files.copy(certificates.certificate("other"), certificate, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(certificates.key("other"), key, StandardCopyOption.REPLACE_EXISTING);
            tls.lookAgain();
            assertThat(subject(tls)).contains("CN=monitor");

            now.set(now.get().plus(Duration.ofDays(1)));
            tls.lookAgain();
            assertThat(subject(tls)).contains("CN=other");
        }
    }

    private static String subject(ServerTls tls) throws Exception {
        return ((X509Certificate) tls.server().getKeyStore().getCertificate("server"))
                .getSubjectX500Principal()
                .getName();
    }

    private static PemFiles good() {
        return new PemFiles(certificates.certificate("monitor"), certificates.key("monitor"));
    }

    private static void assertRefused(KeySource keys, String... words) {
        assertThatThrownBy(() -> open(keys, Clock.systemUTC()))
                .isInstanceOf(TlsException.class)
                .message()
                .contains(words);
    }

    private static void open(KeySource keys, Clock clock) {
        ServerTls.open(settings(keys, clock)).close();
    }

    private static TlsSettings settings(KeySource keys, Clock clock) {
        return new TlsSettings(keys, Optional.empty(), Duration.ofHours(1), clock);
    }
}
