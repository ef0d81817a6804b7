package org.misconductmonitor.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.misconductmonitor.query.Whereabouts;

/** Asks another instance what was asked here. */
final class Forwarding {
    /** On a request that comes from another instance; it is answered here or not at all, so that none goes round. */
    static final String HEADER = "Monitor-Forwarded";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * Hands a GET on and its answer back.
     *
     * @throws ProblemException if the other does not answer, or the request has been handed on before
     */
    Reply get(Request request, Whereabouts.There there) {
        if (request.header(HEADER) != null) {
            throw ProblemException.unavailable("partitions are moving between instances", 1);
        }
        return get(there.host(), there.port(), request.target());
    }

    /**
     * Asks an instance.
     *
     * @param target path and query
     */
    Reply get(String host, int port, String target) {
        try {
            HttpRequest asked = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + target))
                    .timeout(PATIENCE)
                    .header(HEADER, "1")
                    .build();
            HttpResponse<byte[]> answer = client.send(asked, HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new HashMap<>();
            answer.headers().firstValue("Retry-After").ifPresent(value -> headers.put("Retry-After", value));
            return new Reply(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(Reply.JSON),
                    answer.body(),
                    headers);
        } catch (IOException | IllegalArgumentException e) {
            throw ProblemException.unavailable("the instance that holds the state does not answer", 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("the monitor is stopping", 30);
        }
    }
}
