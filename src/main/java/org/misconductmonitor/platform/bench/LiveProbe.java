package org.misconductmonitor.platform.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.misconductmonitor.event.Event;

/** Looks when the alert of an event comes to a client that follows. */
final class LiveProbe implements AutoCloseable {
    private static final String DATA = "data: ";

    private final HttpClientUnderTest client;
    private final Stream<String> lines;
    private final Thread reader;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean closed;

    /** Follows from now on. */
    LiveProbe(HttpClientUnderTest client) {
        this.client = client;
        this.lines = client.follow("/api/v1/alerts/stream");
        this.reader = new Thread(this::read, "bench-live");
        reader.start();
    }

    /** To be told before the event is sent. */
    void sending(Event event) {
        sent.put(event.eventId(), System.nanoTime());
    }

    Quantiles measured() {
        return new Quantiles(List.copyOf(millis));
    }

    private void read() {
        try {
            lines.filter(line -> line.startsWith(DATA)).forEach(line -> take(line.substring(DATA.length())));
        } catch (UncheckedIOException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    private void take(String data) {
        long now = System.nanoTime();
        JsonNode alert = client.read(data);
        JsonNode evidence = alert.get("evidence");
        if (alert.get("transition").asText().equals("RAISED") && !evidence.isEmpty()) {
            // The newest fact is the one that raised it.
            Long since =
                    sent.remove(evidence.get(evidence.size() - 1).get("eventId").asText());
            if (since != null) {
                millis.add((now - since) / 1e6);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        lines.close();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
