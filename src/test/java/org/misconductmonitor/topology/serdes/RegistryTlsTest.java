package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {
    private static final String PREFIX = "schema.registry.ssl.";

    @Test
    void shouldTrustAndBeTrustedByStoresOnly(@TempDir Path directory) throws Exception {
        Path store = directory.resolve("store.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=registry",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString());
        Map<String, Object> trusted = new HashMap<>(
                Map.of(PREFIX + "truststore.location", store.toString(), PREFIX + "truststore.password", "changeit"));
        Map<String, Object> mutual = new HashMap<>(trusted);
        mutual.put(PREFIX + "keystore.location", store.toString());
        mutual.put(PREFIX + "keystore.password", new Password("changeit"));
        SSLContext context = RegistryTls.context(mutual).orElseThrow();
        HttpsServer server = server(context);
        try {
            String url = "https://127.0.0.1:" + server.getAddress().getPort();
            assertThat(client(url, mutual).subjects()).containsExactly("a");
            assertThatThrownBy(() -> client(url, trusted).subjects()).isInstanceOf(RegistryUnavailableException.class);
            assertThat(client(url, withAuthorityAsText(mutual, store)).subjects())
                    .containsExactly("a");
            assertThatThrownBy(() -> client(url, Map.of()).subjects())
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("SSL");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void shouldSayThatAFileHoldsNoCertificate(@TempDir Path directory) throws Exception {
        Path empty = Files.writeString(directory.resolve("authority.pem"), "");

        assertThatThrownBy(() -> RegistryTls.context(
                        Map.of(PREFIX + "truststore.location", empty.toString(), PREFIX + "truststore.type", "PEM")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("there is no certificate in it")
                .hasMessageContaining("PKCS12 or JKS, PEM for certificates");
    }

    /** The certificate that is trusted as authorities hand it out, instead of in a store. */
    private static Map<String, Object> withAuthorityAsText(Map<String, Object> tls, Path store) throws Exception {
        KeyStore loaded = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        String text = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(loaded.getCertificate("own").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        Map<String, Object> changed = new HashMap<>(tls);
        changed.put(
                PREFIX + "truststore.location",
                Files.writeString(store.resolveSibling("authority.pem"), text).toString());
        changed.put(PREFIX + "truststore.type", "PEM");
        changed.remove(PREFIX + "truststore.password");
        return changed;
    }

    private static SchemaRegistryClient client(String url, Map<String, Object> tls) {
        Map<String, Object> properties = new HashMap<>(tls);
        properties.put(RegistryConfig.URL, url);
        properties.put(RegistryConfig.RETRY_TIMEOUT, 50);
        return new SchemaRegistryClient(RegistryConfig.from(properties));
    }

    private static HttpsServer server(SSLContext context) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters needsClient = context.getDefaultSSLParameters();
                needsClient.setNeedClientAuth(true);
                parameters.setSSLParameters(needsClient);
            }
        });
        server.createContext("/", exchange -> FakeRegistry.answer(exchange, 200, "[\"a\"]"));
        server.start();
        return server;
    }

    private static void keytool(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
