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
import org.misconductmonitor.query.Whereabouts;

/** Asks another instance what was asked here. */
final class Forwarding {
    /** On a request that comes from another instance; it is answered here or not at all, so that none goes round. */
    static final String HEADER = "Monitor-Forwarded";

    private static final String CREDENTIAL = "Authorization";
    private static final List<String> HANDED_BACK = List.of("Retry-After", "WWW-Authenticate");
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
        try {
            HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + target))
                    .timeout(PATIENCE)
                    .header(HEADER, "1");
            if (request.header(CREDENTIAL) != null) {
                asked.header(CREDENTIAL, request.header(CREDENTIAL));
            }
            HttpResponse<byte[]> answer = client.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new HashMap<>();
            for (String name : HANDED_BACK) {
                answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
            }
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
