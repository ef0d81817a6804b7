package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.security.Certificates;
import org.misconductmonitor.web.security.HttpSecurity;
import org.misconductmonitor.web.tls.PemFiles;
import org.misconductmonitor.web.tls.TlsException;
import org.misconductmonitor.web.tls.TlsSettings;

/** A server with a key of its own speaks HTTPS and nothing else. */
@Timeout(120)
class HttpsTest {
    @TempDir
    private static Path made;

    private static Certificates certificates;

    @TempDir
    private Path directory;

    private SilentServer server;

    @BeforeAll
    static void make() {
        certificates = Certificates.make(made, List.of("first", "second"));
    }

    @BeforeEach
    void start() throws IOException {
        use("first");
        server = new SilentServer(
                new Listening("127.0.0.1", 0, Set.of(), Optional.of(settings())),
                HttpSecurity.none(),
                null,
                HttpClient.newBuilder().sslContext(certificates.client()).build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAnswerOverTlsAndAskForNothingElseFromNowOn() throws Exception {
        HttpResponse<String> answer = server.get("/openapi.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        assertThat(server.get("/nothing").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    @Test
    void shouldNotAnswerInTheOpen() throws Exception {
        byte[] plain = "GET /openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(server.raw(plain)).doesNotContain("HTTP/");
    }

    @Test
    void shouldNotBeBelievedByThoseWhoDoNotKnowIt() {
        HttpRequest request = server.request("/openapi.json").build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(SSLException.class);
        assertThat(request.uri()).isEqualTo(URI.create("https://127.0.0.1:" + server.port() + "/openapi.json"));
    }

    @Test
    void shouldTakeANewCertificateWithoutARestartAndKeepTheLastGoodOne() throws Exception {
        assertThat(shown()).isEqualTo("CN=first");

        // A key alone does not match: it waits for the certificate.
        Files.copy(certificates.key("second"), key(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(shown()).isEqualTo("CN=first");
        Files.writeString(certificate(), "half a certificate");
        assertThat(shown()).isEqualTo("CN=first");
        use("second");

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> shown().equals("CN=second"));
        assertThat(server.get("/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNotStartWithKeysThatCannotBeUsed() throws Exception {
        Files.delete(certificate());

        assertThatThrownBy(() -> WebServer.start(
                        new Listening("127.0.0.1", 0, Set.of(), Optional.of(settings())),
                        HttpSecurity.none(),
                        server.queries()))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("server.crt");
    }

    /** What is shown to a new connection. */
    private String shown() throws Exception {
        SSLContext client = certificates.client();
        try (Socket socket = client.getSocketFactory().createSocket("127.0.0.1", server.port())) {
            SSLSocket secured = (SSLSocket) socket;
            secured.startHandshake();
            X509Certificate certificate = (X509Certificate) secured.getSession().getPeerCertificates()[0];
            return certificate.getSubjectX500Principal().getName();
        }
    }

    private void use(String name) throws IOException {
        Files.copy(
                certificates.key(name), key(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(certificates.certificate(name), certificate(), StandardCopyOption.REPLACE_EXISTING);
    }

    private TlsSettings settings() {
        return new TlsSettings(
                new PemFiles(certificate(), key()), Optional.empty(), Duration.ofMillis(20), Clock.systemUTC());
    }

    private Path certificate() {
        return directory.resolve("server.crt");
    }

    private Path key() {
        return directory.resolve("server.key");
    }
}
