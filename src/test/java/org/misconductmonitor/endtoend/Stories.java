package org.misconductmonitor.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.misconductmonitor.SharedData;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.input.AcceptedEvent;
import org.misconductmonitor.event.input.EventReader;
import org.misconductmonitor.event.input.EventReaders;
import org.misconductmonitor.event.input.ReadEntry;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;

/** Events and rules that the tests play. */
public final class Stories {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Stories() {}

    static Path chicago() {
        return SharedData.file("chicago-sample.jsonl.gz");
    }

    /** The alerts that an independent program found in the sample. */
    static List<Published> chicagoAlerts() throws IOException {
        return Published.ofLines(lines(SharedData.file("chicago-sample-alerts.jsonl.gz")));
    }

    static List<Event> events(Path file) throws IOException {
        try (EventReader reader = EventReaders.jsonLines(file)) {
            return events(reader);
        }
    }

    public static List<Event> golden() throws IOException {
        InputStream stream = Stories.class.getClassLoader().getResourceAsStream("golden/golden.jsonl.gz");
        try (EventReader reader = EventReaders.jsonLines(stream, "golden")) {
            return events(reader);
        }
    }

    public static Path ruleFile(String name) {
        return Path.of("src/test/resources/rules").resolve(name);
    }

    static RuleSet rules(String name) {
        return RuleFiles.load(List.of(ruleFile(name))).rules();
    }

    /** JSON Lines, plain or gzip. */
    static List<JsonNode> lines(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().endsWith(".gz")) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                bytes = in.readAllBytes();
            }
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static List<Event> events(EventReader reader) throws IOException {
        List<Event> events = new ArrayList<>();
        for (ReadEntry entry = reader.next(); entry != null; entry = reader.next()) {
            events.add(((AcceptedEvent) entry).event());
        }
        return events;
    }
}
