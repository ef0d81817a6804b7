package org.misconductmonitor.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.misconductmonitor.query.Cluster;
import org.misconductmonitor.query.InstanceAddress;
import org.misconductmonitor.query.InstanceHealth;
import org.misconductmonitor.query.Queries;
import org.misconductmonitor.web.security.HttpSecurity;

/** A server whose monitor has not been started, and its client. */
final class SilentServer implements AutoCloseable {
    private final HttpClient client;
    private final String scheme;
    private final Queries queries;
    private final WebServer server;

    /** That lets everybody in. */
    SilentServer() {
        this(HttpSecurity.none());
    }

    SilentServer(HttpSecurity security) {
        this(security, null);
    }

    /** @param streams the topology of the monitor, as far as it has come */
    SilentServer(KafkaStreams streams) {
        this(HttpSecurity.none(), streams);
    }

    private SilentServer(HttpSecurity security, KafkaStreams streams) {
        this(Listening.onLoopback(0), security, streams, HttpClient.newHttpClient());
    }

    /** @param client that knows how to talk to it */
    SilentServer(Listening listening, HttpSecurity security, KafkaStreams streams, HttpClient client) {
        this.client = client;
        scheme = listening.tls().isPresent() ? "https" : "http";
        queries = new Queries(() -> streams, () -> new InstanceAddress("127.0.0.1", 1), noCluster(), new Waiting());
        server = WebServer.start(listening, security, queries);
    }

    private static final class Waiting implements InstanceHealth {
        @Override
        public List<String> hindrances() {
            return List.of("the topics are being checked");
        }

        @Override
        public long storeBytes() {
            return 0;
        }
    }

    /** Whatever is asked of it. */
    private static Cluster noCluster() {
        return (Cluster) Proxy.newProxyInstance(
                Cluster.class.getClassLoader(), new Class<?>[] {Cluster.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("no cluster");
                });
    }

    int port() {
        return server.port();
    }

    Queries queries() {
        return queries;
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port() + target))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return send(request(target));
    }

    HttpResponse<String> post(String target, String contentType, byte[] body) throws IOException, InterruptedException {
        return send(
                request(target).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends bytes that no client would, and reads what is said until the connection is closed. */
    String raw(byte[] bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        server.close();
        queries.close();
    }
}
