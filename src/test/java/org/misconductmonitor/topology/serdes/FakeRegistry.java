package org.misconductmonitor.topology.serdes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;

/** A registry in memory that misbehaves when told to, and counts what it is asked. */
public final class FakeRegistry implements AutoCloseable {
    /** Does something else than answering; true when it has dealt with the request. */
    interface Fault {
        boolean strike(HttpExchange exchange) throws IOException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Integer, String> schemas = new ConcurrentHashMap<>();
    private final Map<String, Integer> registered = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Fault fault = exchange -> false;
    private final HttpServer server;

    public FakeRegistry() {
        this(plain());
    }

    /** @param server not started yet; perhaps one that speaks TLS */
    public FakeRegistry(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer plain() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on whoever does not send this header is refused. */
    public void require(String authorization) {
        breakWith(exchange -> {
            boolean known = authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            return !known
                    && status(401, "{\"error_code\":401,\"message\":\"who are you?\"}")
                            .strike(exchange);
        });
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    FakeRegistry with(int id, Schema schema) {
        return withText(id, schema.toString());
    }

    FakeRegistry withText(int id, String schema) {
        schemas.put(
                id, JsonNodeFactory.instance.objectNode().put("schema", schema).toString());
        return this;
    }

    public FakeRegistry withAnswer(int id, String json) {
        schemas.put(id, json);
        return this;
    }

    void breakWith(Fault next) {
        fault = next;
    }

    void heal() {
        fault = exchange -> false;
    }

    static Fault status(int status, String body) {
        return exchange -> {
            answer(exchange, status, body);
            return true;
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (fault.strike(exchange)) {
            return;
        }
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/config/")) {
            answer(exchange, 200, new String(body, StandardCharsets.UTF_8));
        }
        if (path.startsWith("/schemas/ids/")) {
            String found = schemas.get(Integer.parseInt(path.substring("/schemas/ids/".length())));
            orNotFound(exchange, Optional.ofNullable(found));
        } else if (path.startsWith("/subjects/")) {
            String asked = mapper.readTree(body).path("schema").asText();
            orNotFound(exchange, path.endsWith("/versions") ? Optional.of(register(asked)) : idOf(asked));
        }
    }

    /** The id of the schema, which is registered unless it already is; asks nobody. */
    public int register(Schema schema) {
        return registered.computeIfAbsent(new SchemaTexts().portable(schema), text -> {
            withText(schemas.size() + 1, text);
            return schemas.size();
        });
    }

    private String register(String schema) {
        return idOf(schema).orElseGet(() -> {
            withText(schemas.size() + 1, schema);
            return "{\"id\":" + schemas.size() + "}";
        });
    }

    private Optional<String> idOf(String schema) {
        return schemas.entrySet().stream()
                .filter(entry -> json(entry.getValue()).path("schema").asText().equals(schema))
                .map(entry -> "{\"id\":" + entry.getKey() + "}")
                .findFirst();
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void orNotFound(HttpExchange exchange, Optional<String> found) throws IOException {
        answer(exchange, found.isPresent() ? 200 : 404, found.orElse("{\"error_code\":40403,\"message\":\"none\"}"));
    }
}
