package org.misconductmonitor.topology.serdes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Sends requests to the first registry that answers, and keeps asking while none does. Safe for many threads. */
final class RegistryHttp {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final ObjectMapper mapper = new ObjectMapper();
    private final RegistryConfig config;
    private final HttpClient http;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile int preferred;
    private volatile String problem = "";

    RegistryHttp(RegistryConfig config) {
        this.config = config;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(config.connectTimeout());
        config.tls().ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    /**
     * An answer that asking again would not change: success, or a refusal for good.
     *
     * @param body null to send none
     * @throws RegistryUnavailableException after {@code registry.retry.timeout.ms} without such an answer
     */
    RegistryReply send(String method, String path, JsonNode body) {
        AtomicBoolean waits = new AtomicBoolean();
        try {
            return send(method, path, body, waits);
        } finally {
            if (waits.get()) {
                waiting.decrementAndGet();
            }
        }
    }

    /** What is wrong while somebody waits for an answer, in words; empty when nobody does. */
    Optional<String> silence() {
        return waiting.get() == 0
                ? Optional.empty()
                : Optional.of("records wait for the schema registry " + config.urls() + ": " + problem);
    }

    /** @param waits is set when it begins to wait */
    private RegistryReply send(String method, String path, JsonNode body, AtomicBoolean waits) {
        Backoff backoff = new Backoff(config.retryBackoff(), config.retryBackoffMax(), config.retryTimeout());
        while (true) {
            Attempt last = null;
            for (int i = 0; i < config.urls().size(); i++) {
                int index = (preferred + i) % config.urls().size();
                last = attempt(config.urls().get(index), method, path, body);
                if (last.settled()) {
                    preferred = index;
                    return last.reply();
                }
            }
            // Once for each request that waits, not for each attempt.
            LOG.atLevel(waits.get() ? Level.DEBUG : Level.WARN)
                    .log("Schema registry {}: {} {}: {}; asking again", config.urls(), method, path, last.problem());
            problem = last.problem();
            if (!waits.getAndSet(true)) {
                waiting.incrementAndGet();
            }
            if (!backoff.pause(last.retryAfter())) {
                throw new RegistryUnavailableException(
                        "The schema registry %s did not answer %s %s for %d ms: %s. Nothing is lost: start it, or correct %s; %s says how long to wait."
                                .formatted(
                                        config.urls(),
                                        method,
                                        path,
                                        backoff.elapsed().toMillis(),
                                        last.problem(),
                                        RegistryConfig.URL,
                                        RegistryConfig.RETRY_TIMEOUT));
            }
        }
    }

    private Attempt attempt(String url, String method, String path, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept", MEDIA_TYPE + ", application/json")
                .header("Content-Type", MEDIA_TYPE)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        config.authorization().ifPresent(value -> request.header("Authorization", value));
        CompletableFuture<HttpResponse<Optional<byte[]>>> answer =
                http.sendAsync(request.build(), head -> new BoundedBody());
        try {
            // HttpRequest.timeout() ends with the headers; a body that never comes would hold the stream for ever.
            return new Attempt(reply(answer.get(config.requestTimeout().toMillis(), TimeUnit.MILLISECONDS)), null);
        } catch (ExecutionException e) {
            return new Attempt(null, e.getCause().getClass().getSimpleName() + " (" + url + ")");
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Attempt(
                    null, "no answer within " + config.requestTimeout().toMillis() + " ms (" + url + ")");
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw new InterruptException(e);
        }
    }

    private RegistryReply reply(HttpResponse<Optional<byte[]>> response) {
        long seconds = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(Long::parseLong)
                .orElse(0L);
        return new RegistryReply(
                response.statusCode(),
                response.body().map(this::json).orElse(RegistryReply.TOO_LONG),
                Duration.ofSeconds(seconds));
    }

    private JsonNode json(byte[] body) {
        try {
            return mapper.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private record Attempt(RegistryReply reply, String failure) {
        boolean settled() {
            return reply != null && !reply.isWorthAsking();
        }

        String problem() {
            return reply == null ? failure : reply.problem();
        }

        Duration retryAfter() {
            return reply == null ? Duration.ZERO : reply.retryAfter();
        }
    }
}
