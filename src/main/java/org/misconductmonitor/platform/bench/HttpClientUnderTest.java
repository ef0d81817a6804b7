package org.misconductmonitor.platform.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;

/** Asks the monitor as any client does. */
final class HttpClientUnderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String url;

    /** @param url of the server, with a slash at its end */
    HttpClientUnderTest(String url) {
        this.url = url;
    }

    /** Whether it was answered as asked. */
    boolean isAnswered(String target) {
        return send(target).statusCode() == 200;
    }

    /** @return null if it is not answered now */
    JsonNode get(String target) {
        HttpResponse<byte[]> answer = send(target);
        try {
            return answer.statusCode() == 200 ? mapper.readTree(answer.body()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a stream that ends when it is closed or the server stops. */
    Stream<String> follow(String target) {
        try {
            return client.send(
                            request(target)
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }

    JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> send(String target) {
        try {
            return client.send(request(target).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(url + target.substring(1)));
    }
}
