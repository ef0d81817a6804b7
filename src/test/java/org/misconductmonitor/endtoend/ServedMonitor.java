package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.MonitorService;
import org.misconductmonitor.rule.file.LoadedRules;

/** A monitor with its HTTP server, and a client of it. */
final class ServedMonitor implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final HttpClient client;
    private final ObjectMapper mapper = new ObjectMapper();
    private final MonitorService service;

    private ServedMonitor(MonitorService service, HttpClient client) {
        this.service = service;
        this.client = client;
    }

    /** Starts one and waits until it is ready. */
    static ServedMonitor start(MonitorConfig config, LoadedRules rules) {
        return start(config, rules, HttpClient.newHttpClient());
    }

    /** @param client that knows how to talk to it */
    static ServedMonitor start(MonitorConfig config, LoadedRules rules, HttpClient client) {
        ServedMonitor served = new ServedMonitor(MonitorService.start(config, rules), client);
        served.await(
                "/api/v1/system/health/ready",
                health -> health.get("status").asText().equals("UP"));
        return served;
    }

    MonitorService service() {
        return service;
    }

    /** What a server-sent event said. */
    record Event(String id, JsonNode data) {}

    /** An answer to something that was sent. */
    record Answer(int status, String location, JsonNode json) {}

    /** Sends JSON, written with single quotes. */
    Answer post(String target, String json) {
        HttpResponse<String> answer = send(request(target, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                .build());
        try {
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(null),
                    mapper.readTree(answer.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> send(String target, String... headers) {
        return send(request(target, headers).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> postJson(String target, String body, String... headers) {
        return send(request(target, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> post(String target, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url().orElseThrow() + target.substring(1)))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks until there is an answer, because partitions may be moving. */
    JsonNode get(String target) {
        return await(target, answer -> true);
    }

    /** Asks until the answer is as wanted. */
    JsonNode await(String target, java.util.function.Predicate<JsonNode> wanted) {
        List<JsonNode> last = new ArrayList<>();
        Awaitility.await(target)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    HttpResponse<String> answer = send(target);
                    assertThat(answer.statusCode())
                            .as("%s from %s: %s", target, service.url(), answer.body())
                            .isIn(200, 503);
                    last.clear();
                    last.add(mapper.readTree(answer.body()));
                    return answer.statusCode() == 200 && wanted.test(last.get(0));
                });
        return last.get(0);
    }

    /** All items of a list, part by part. */
    List<JsonNode> all(String target) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode part = get(target + next);
            part.get("items").forEach(items::add);
            next = part.has("next") ? "&cursor=" + part.get("next").asText() : null;
        }
        return items;
    }

    /** Follows alerts until that many have come. */
    List<Event> follow(String target, int count, String... headers) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Accept", "text/event-stream"));
        HttpResponse<Stream<String>> answer =
                client.send(request(target, all.toArray(String[]::new)).build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        List<Event> events = new ArrayList<>();
        try (Stream<String> lines = answer.body()) {
            Iterator<String> each = lines.iterator();
            String id = null;
            while (events.size() < count && each.hasNext()) {
                String line = each.next();
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(id, mapper.readTree(line.substring(6))));
                }
            }
        }
        return events;
    }

    private HttpRequest.Builder request(String target, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(service.url().orElseThrow() + target.substring(1)))
                .timeout(Duration.ofSeconds(60));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    @Override
    public void close() {
        service.close();
    }
}
