package org.misconductmonitor.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.misconductmonitor.query.InstanceAddress;
import org.misconductmonitor.query.Whereabouts;
import org.misconductmonitor.web.tls.ServerTls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks another instance what was asked here. */
final class Forwarding {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);
    /** On a request that comes from another instance; it is answered here or not at all, so that none goes round. */
    static final String HEADER = "Monitor-Forwarded";

    /** Who asks, and why: the other instance writes both down. */
    private static final List<String> HANDED_ON = List.of("Authorization", Trail.REASON);

    private static final List<String> HANDED_BACK = List.of("Retry-After", "WWW-Authenticate");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Optional<ServerTls> tls;
    private volatile Client client;

    /** @param tls that all instances speak; empty: none does */
    Forwarding(Optional<ServerTls> tls) {
        this.tls = tls;
        this.client = new Client(tls.map(ServerTls::asking));
    }

    /** Keeps its connections to others as long as it believes the same certificates. */
    private record Client(Optional<SSLContext> context, HttpClient http) {
        Client(Optional<SSLContext> context) {
            this(context, made(context));
        }

        private static HttpClient made(Optional<SSLContext> context) {
            HttpClient.Builder builder =
                    HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER);
            context.ifPresent(builder::sslContext);
            return builder.build();
        }
    }

    /**
     * Hands a GET on and its answer back.
     *
     * @throws ProblemException if the other does not answer, or the request has been handed on before
     */
    Reply get(Request request, Whereabouts.There there) {
        if (request.header(HEADER) != null) {
            throw ProblemException.unavailable("partitions are moving between instances", 1);
        }
        return ask(request, there.host(), there.port());
    }

    /**
     * Asks an instance, in the name of whoever asks here: it looks for itself what they may see.
     *
     * @throws ProblemException if it does not answer
     */
    Reply ask(Request request, String host, int port) {
        return ask(request, host, port, request.target());
    }

    /** The same with another path and query. */
    Reply ask(Request request, String host, int port, String target) {
        return send("GET", request, host, port, target);
    }

    /** Hands on a request as it came, without its body. */
    Reply hand(Request request, InstanceAddress other) {
        return send(request.method(), request, other.host(), other.port(), request.target());
    }

    private Reply send(String method, Request request, String host, int port, String target) {
        try {
            HttpRequest.Builder asked = HttpRequest.newBuilder(
                            URI.create((tls.isPresent() ? "https://" : "http://") + host + ":" + port + target))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .timeout(PATIENCE)
                    .header(HEADER, "1");
            for (String name : HANDED_ON) {
                if (request.header(name) != null) {
                    asked.header(name, request.header(name));
                }
            }
            HttpResponse<byte[]> answer = client().send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new HashMap<>();
            for (String name : HANDED_BACK) {
                answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
            }
            return new Reply(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(Reply.JSON),
                    answer.body(),
                    headers);
        } catch (SSLException e) {
            LOG.warn(
                    "{}:{} cannot be asked over TLS ({}): is its certificate made for that name, and its authority in"
                            + " http.tls.trust.file?",
                    host,
                    port,
                    e.getMessage());
            throw ProblemException.unavailable("the instance that holds the state cannot be asked over TLS", 30);
        } catch (IOException | IllegalArgumentException e) {
            throw ProblemException.unavailable("the instance that holds the state does not answer", 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("the monitor is stopping", 30);
        }
    }

    private HttpClient client() {
        Optional<SSLContext> now = tls.map(ServerTls::asking);
        if (!now.equals(client.context())) {
            client = new Client(now);
        }
        return client.http();
    }
}
