package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
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
            assertThatThrownBy(() -> client(url, Map.of()).subjects())
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("SSL");
        } finally {
            server.stop(0);
        }
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
