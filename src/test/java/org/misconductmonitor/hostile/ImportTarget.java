package org.misconductmonitor.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.input.AcceptedEvent;
import org.misconductmonitor.event.input.EventReader;
import org.misconductmonitor.event.input.EventReaders;
import org.misconductmonitor.event.input.ReadEntry;
import org.misconductmonitor.event.input.RejectedLine;

/** Lines of JSON: events that are the same when written and read again, and lines that say what is wrong with them. */
public final class ImportTarget implements Target {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String GOOD = """
            {"eventType":"RECORDED","eventId":"E1","tenantId":"t","caseId":"C1","allegationId":"A1",\
            "officerId":"O1","category":"05A","recordedAt":"2004-02-29T09:00:00.5Z"}
            """;

    @Override
    public String verdict(byte[] input) {
        try (EventReader reader = EventReaders.jsonLines(new ByteArrayInputStream(input), "f")) {
            return readAll(EventReaders.checked(reader, NOW));
        } catch (IOException e) {
            Messages.assertPlain(e.getMessage(), 1_000, "what is not gzip");
            return e.getMessage();
        }
    }

    /** Every line is an event or says what is wrong with it, in their order. */
    static String readAll(EventReader reader) throws IOException {
        StringBuilder verdict = new StringBuilder();
        long line = 0;
        for (ReadEntry entry = reader.next(); entry != null; entry = reader.next()) {
            if (entry.line() < Math.max(1, line)) {
                throw new AssertionError("line " + entry.line() + " after " + line);
            }
            line = entry.line();
            if (entry instanceof RejectedLine rejected) {
                Messages.assertPlain(rejected.message(), 1_000, "line");
                verdict.append(rejected.message()).append('\n');
            } else if (entry instanceof AcceptedEvent accepted) {
                Event event = accepted.event();
                verdict.append(EventJson.write(event)).append('\n');
                if (!EventJson.read(EventJson.write(event)).equals(event)) {
                    throw new AssertionError("another event after writing and reading it");
                }
            }
        }
        return verdict.toString();
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                GOOD.getBytes(StandardCharsets.UTF_8),
                (GOOD + "\r\n" + GOOD).getBytes(StandardCharsets.UTF_16),
                GOOD.replace("\"05A\"", "\"\\ud83d\\udc6e\"").getBytes(StandardCharsets.UTF_8),
                GOOD.replace("\"05A\"", "\"\\ud83d\"").getBytes(StandardCharsets.UTF_8),
                GOOD.replace("\"05A\"", "{".repeat(2_000)).getBytes(StandardCharsets.UTF_8),
                GOOD.replace("29T09:00:00.5Z", "30").getBytes(StandardCharsets.UTF_8),
                new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0},
                new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '{', '}'});
    }
}
