package org.misconductmonitor.event.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads whole inputs. */
final class Reading {
    private Reading() {}

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<ReadEntry> jsonLines(byte[] bytes) throws IOException {
        return all(EventReaders.jsonLines(new ByteArrayInputStream(bytes), "test"));
    }

    static List<ReadEntry> all(EventReader reader) throws IOException {
        try (reader) {
            List<ReadEntry> entries = new ArrayList<>();
            for (ReadEntry entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
            return entries;
        }
    }

    /** Lines with the id of their event, or what is wrong with them. */
    static List<String> summary(List<ReadEntry> entries) {
        return entries.stream()
                .map(entry -> entry instanceof AcceptedEvent accepted
                        ? accepted.line() + " " + accepted.event().eventId()
                        : entry.line() + " " + ((RejectedLine) entry).reason())
                .toList();
    }
}
