package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.web.Tokens;

/**
 * What insiders of a site with pseudonyms and sealed texts can read: one who consumes every topic, one who has the disk of
 * the monitor, one who may look at the dashboard. The README has the same table.
 */
@ExtendWith(SharedPlatform.class)
class InsiderTest {
    private static final Set<MonitorTopic> INPUTS = Set.of(
            MonitorTopic.ALLEGATIONS,
            MonitorTopic.VETTING,
            MonitorTopic.WORKFORCE,
            MonitorTopic.REPORTS,
            MonitorTopic.REVIEWS,
            MonitorTopic.RULES);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private final Map<String, String> canaries = new LinkedHashMap<>();

    @Test
    void shouldReadNoMoreThanTheTableSays(EmbeddedPlatform platform) throws Exception {
        UpgradeStory.command("privacy", "create-keys", directory.resolve("keys").toString());
        Tokens tokens = new Tokens(directory.resolve("tokens"));
        String viewer = tokens.add("viewer", Set.of(Role.VIEWER), new Reach(Limit.ALL, Limit.ALL, Limit.ALL));
        Site site = Site.create(platform, directory, settings(tokens));
        Path events = Files.writeString(directory.resolve("events.jsonl"), events());
        UpgradeStory.command(site, "import", "--pseudonymise", events.toString());
        LoadedRules rules = RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml")));
        String seen;
        try (ServedMonitor served = ServedMonitor.start(site.config(), rules)) {
            RunningMonitor.awaitProcessed(site, Duration.ofSeconds(90));
            review(site);
            RunningMonitor.awaitProcessed(site, Duration.ofSeconds(90));
            seen = seenBy(viewer, served);
        }
        String inputs = topics(site, INPUTS::contains);
        String outputs = topics(site, topic -> !INPUTS.contains(topic));
        String changelogs = changelogs(site);
        String disk = disk(site.config().stateDir());

        StringBuilder table = new StringBuilder(
                "| field | inputs | outputs | changelogs | disk | viewer |\n|---|---|---|---|---|---|\n");
        canaries.forEach((field, canary) -> {
            table.append("| `").append(field).append("` |");
            for (String place : List.of(inputs, outputs, changelogs, disk, seen)) {
                table.append(place.contains(canary) ? " yes |" : " - |");
            }
            table.append('\n');
        });

        assertThat(outputs).as("the alert itself").contains("every-allegation");
        assertThat(Files.readString(Path.of("README.md"))).as(table.toString()).contains(table);
    }

    private Map<String, String> settings(Tokens tokens) {
        return Map.of(
                "http.port",
                "0",
                "http.auth.token.file",
                tokens.file().toString(),
                "kafka.producer.compression.type",
                "none",
                "privacy.free.text",
                "sealed",
                "privacy.key.file",
                directory.resolve("keys").toString(),
                "privacy.vault",
                directory.resolve("vault").toString());
    }

    /**
     * A word that occurs nowhere else, of every field that says something of a person. Its middle is looked for: on the
     * disk its ends may be compressed away with what stands around them.
     */
    private String canary(String field) {
        String random = Long.toHexString(new Random(field.hashCode()).nextLong() | Long.MIN_VALUE);
        canaries.put(field, random.substring(4, 12));
        return random;
    }

    private String text(String field) {
        return "they said " + canary(field) + " about it";
    }

    private String events() throws IOException {
        List<Map<String, Object>> events = new ArrayList<>();
        Map<String, Object> recorded = event("RECORDED", "recordedAt");
        recorded.putAll(Map.of(
                "caseId", "C1",
                "allegationId", "A1",
                "category", "HARASSMENT",
                "complainantId", canary("complainantId"),
                "handlerId", canary("handlerId"),
                "unit", canary("unit"),
                "rank", canary("rank"),
                "narrative", text("narrative"),
                "reason", text("reason"),
                "categoryText", text("categoryText")));
        recorded.put("authority", text("authority"));
        events.add(recorded);
        Map<String, Object> finalised = event("FINALISED", "at");
        finalised.putAll(Map.of("caseId", "C1", "allegationId", "A1", "disciplineText", text("disciplineText")));
        events.add(finalised);
        Map<String, Object> convicted = event("CONVICTION_FOUND", "at");
        convicted.put("offence", text("offence"));
        events.add(convicted);
        Map<String, Object> granted = event("VETTING_GRANTED", "at");
        granted.putAll(Map.of("clearance", "RV", "conditions", text("conditions")));
        events.add(granted);
        Map<String, Object> supervised = event("SUPERVISOR_CHANGED", "at");
        supervised.put("supervisorId", canary("supervisorId"));
        events.add(supervised);
        Map<String, Object> linked = event("ALIAS_LINKED", "at");
        linked.put("alias", canary("alias"));
        events.add(linked);
        StringBuilder lines = new StringBuilder();
        for (Map<String, Object> event : events) {
            lines.append(JSON.writeValueAsString(event)).append('\n');
        }
        return lines.toString();
    }

    private Map<String, Object> event(String type, String time) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventType", type);
        event.put("eventId", "E-" + type);
        event.put("officerId", canary("officerId"));
        event.put(time, "2024-03-01T10:00:00Z");
        return event;
    }

    private void review(Site site) {
        Alert alert = site.transitions().get(0);
        act(site, alert, "attach-statement", "--statement", text("statement"));
        act(site, alert, "comment", "--comment", text("comment"));
        act(site, alert, "close", "--outcome", "FALSE_POSITIVE", "--reason", text("review reason"));
    }

    private void act(Site site, Alert alert, String... what) {
        List<String> words = new ArrayList<>(List.of("alerts", "act", alert.alertId()));
        words.addAll(List.of(what));
        words.addAll(List.of("--by", canary("actor")));
        UpgradeStory.command(site, words.toArray(String[]::new));
    }

    private static String topics(Site site, Predicate<MonitorTopic> which) {
        StringBuilder read = new StringBuilder();
        Stream.of(MonitorTopic.values()).filter(which).forEach(topic -> read.append(all(site, site.topic(topic))));
        return read.toString();
    }

    private static String changelogs(Site site) throws Exception {
        StringBuilder read = new StringBuilder();
        try (Admin admin = Admin.create(ClientProperties.admin(site.config()))) {
            for (String topic : admin.listTopics().names().get()) {
                if (topic.startsWith(site.config().applicationId() + "-")) {
                    read.append(all(site, topic));
                }
            }
        }
        assertThat(read).isNotEmpty();
        return read.toString();
    }

    private static String all(Site site, String topic) {
        StringBuilder read = new StringBuilder();
        for (ConsumerRecord<byte[], byte[]> record : RawRecords.of(site, topic).all()) {
            read.append(bytes(record.key())).append(bytes(record.value()));
            record.headers().forEach(header -> read.append(header.key()).append(bytes(header.value())));
        }
        return read.toString();
    }

    private static String disk(Path directory) throws IOException {
        StringBuilder read = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                read.append(bytes(Files.readAllBytes(file)));
            }
        }
        assertThat(read).isNotEmpty();
        return read.toString();
    }

    /** Everything that can be asked without knowing any name. */
    private static String seenBy(String token, ServedMonitor served) throws IOException {
        StringBuilder read = new StringBuilder();
        JsonNode paths = JSON.readTree(served.send("/openapi.json").body()).get("paths");
        paths.fieldNames().forEachRemaining(path -> {
            if (paths.get(path).has("get") && !path.contains("{") && !path.endsWith("/stream")) {
                read.append(
                        served.send(path, "Authorization", "Bearer " + token).body());
            }
        });
        assertThat(read).contains("every-allegation");
        return read.toString();
    }

    private static String bytes(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
