package org.misconductmonitor.security;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.awaitility.Awaitility;
import org.misconductmonitor.platform.embedded.EmbeddedBroker;
import org.misconductmonitor.topology.Right;
import org.misconductmonitor.topology.serdes.FakeRegistry;

/**
 * A broker that lets nobody in without TLS and credentials and nobody do anything without a right, a registry behind TLS
 * and a password, and who issues tokens. All certificates and passwords are made for this run.
 */
final class SecuredCluster implements AutoCloseable {
    /** Kafka's clients and brokers ask no other URLs for tokens and keys. */
    private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    private static final String BROKER = "broker";
    private static final String REGISTRY_USER = "registry-user";
    private static final int ITERATIONS = 4096;

    private final Path directory;
    private final Certificates certificates;
    private final TokenIssuer issuer = new TokenIssuer();
    private final FakeRegistry registry;
    private final String registryUrl;
    private final String registryPassword = UUID.randomUUID().toString();
    private final int scramPort = freePort();
    private final int certificatePort = freePort();
    private final EmbeddedBroker broker;
    private final Admin admin;

    SecuredCluster() {
        System.setProperty(ALLOWED_URLS, issuer.tokenUrl() + "," + issuer.keysUrl());
        try {
            directory = Files.createTempDirectory("misconduct-monitor-security-");
            certificates = Certificates.make(directory, List.of(BROKER, "monitor-by-certificate"));
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificates.server(BROKER)));
            registry = new FakeRegistry(server);
            registryUrl = "https://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        registry.require(
                "Basic " + Base64.getEncoder().encodeToString((REGISTRY_USER + ":" + registryPassword).getBytes()));
        broker = new EmbeddedBroker(directory.resolve(BROKER), brokerProperties(freePort())).start();
        Map<String, Object> properties = new HashMap<>(certificates.showing(BROKER));
        properties.put("bootstrap.servers", certificateServers());
        properties.put("security.protocol", "SSL");
        admin = Admin.create(properties);
    }

    /** Settings of a monitor or a command that logs in with a name and a password of its own. */
    Map<String, String> byPassword(String user) {
        String password = UUID.randomUUID().toString();
        await(admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password)))
                .all());
        Map<String, String> settings = settings("127.0.0.1:" + scramPort, "SASL_SSL");
        settings.put("kafka.sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "kafka.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password));
        return settings;
    }

    /** The same with a token. */
    Map<String, String> byToken(String client) {
        Map<String, String> settings = settings("127.0.0.1:" + scramPort, "SASL_SSL");
        settings.put("kafka.sasl.mechanism", "OAUTHBEARER");
        settings.put(
                "kafka.sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
        settings.put("kafka.sasl.oauthbearer.token.endpoint.url", issuer.tokenUrl());
        settings.put("kafka.sasl.oauthbearer.client.credentials.client.id", client);
        settings.put("kafka.sasl.oauthbearer.client.credentials.client.secret", issuer.register(client));
        settings.put(
                "kafka.sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        return settings;
    }

    /** The same with a certificate; the principal is {@code User:CN=monitor-by-certificate}. */
    Map<String, String> byCertificate() {
        Map<String, String> settings = settings(certificateServers(), "SSL");
        certificates.showing("monitor-by-certificate").forEach((key, value) -> settings.put("kafka." + key, value));
        return settings;
    }

    /** Returns when the broker knows. */
    void grant(String principal, Collection<Right> rights) {
        List<AclBinding> bindings =
                rights.stream().map(right -> right.allow(principal)).toList();
        await(admin.createAcls(bindings).all());
        Awaitility.await()
                .until(() ->
                        await(admin.describeAcls(AclBindingFilter.ANY).values()).containsAll(bindings));
    }

    /** Returns when the broker knows. */
    void revoke(String principal, Right right) {
        AclBinding binding = right.allow(principal);
        await(admin.deleteAcls(List.of(binding.toFilter())).all());
        Awaitility.await()
                .until(() -> !await(admin.describeAcls(AclBindingFilter.ANY).values())
                        .contains(binding));
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
        registry.close();
        issuer.close();
        System.clearProperty(ALLOWED_URLS);
        delete(directory);
    }

    private Map<String, String> settings(String servers, String protocol) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", servers);
        settings.put("kafka.security.protocol", protocol);
        certificates.trusting().forEach((key, value) -> {
            settings.put("kafka." + key, value);
            settings.put("schema.registry." + key, value);
        });
        settings.put("schema.registry.url", registryUrl);
        settings.put("basic.auth.user.info", REGISTRY_USER + ":" + registryPassword);
        return settings;
    }

    private String certificateServers() {
        return "127.0.0.1:" + certificatePort;
    }

    private Map<String, String> brokerProperties(int controllerPort) {
        Map<String, String> p = new HashMap<>(certificates.showing(BROKER));
        p.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        String clients = "CLIENT://127.0.0.1:" + scramPort + ",CERTIFICATE://" + certificateServers();
        p.put("listeners", clients + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.put("advertised.listeners", clients);
        p.put("listener.security.protocol.map", "CLIENT:SASL_SSL,CERTIFICATE:SSL,CONTROLLER:SSL");
        p.put("inter.broker.listener.name", "CERTIFICATE");
        p.put("listener.name.certificate.ssl.client.auth", "required");
        p.put("listener.name.controller.ssl.client.auth", "required");
        p.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,OAUTHBEARER");
        p.put(
                "listener.name.client.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        p.put(
                "listener.name.client.oauthbearer.sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        p.put(
                "listener.name.client.oauthbearer.sasl.server.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler");
        p.put("sasl.oauthbearer.jwks.endpoint.url", issuer.keysUrl());
        p.put("sasl.oauthbearer.expected.audience", TokenIssuer.AUDIENCE);
        p.put("sasl.oauthbearer.expected.issuer", TokenIssuer.NAME);
        p.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        p.put("allow.everyone.if.no.acl.found", "false");
        // Nobody kills this broker, but a busy machine may keep it waiting.
        p.put("broker.session.timeout.ms", "30000");
        p.put("super.users", "User:CN=" + BROKER);
        return p;
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
