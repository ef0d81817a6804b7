package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.cli.Main;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.web.Tokens;

/**
 * A run in which every personal value says that it is one: publishing, importing, alerts, reviews, dead letters, errors and
 * the audit log. Then everything is searched that people read who run the system and may see no record.
 */
@ExtendWith(SharedPlatform.class)
@Timeout(420)
class NothingPersonalTest {
    private static final String CANARY = Canary.WORD;
    private static final LoadedRules RULES = RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml")));
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Role, String> token = new LinkedHashMap<>();
    private final Map<String, List<String>> written = new LinkedHashMap<>();
    private Site site;
    private ServedMonitor monitor;

    @Test
    void shouldWriteNothingPersonalWherePeopleLookWhoMayNotSeeIt(EmbeddedPlatform platform, @TempDir Path directory)
            throws Exception {
        Tokens tokens = new Tokens(directory.resolve("tokens"));
        for (Role role : Role.values()) {
            token.put(
                    role,
                    tokens.add(CANARY + "-" + role.name().toLowerCase(Locale.ROOT), Set.of(role), Reach.EVERYTHING));
        }
        try (CapturedLog log = new CapturedLog()) {
            site = Site.create(
                    platform,
                    directory,
                    Map.of(
                            "http.port", "0",
                            "http.requests.per.second", "100000",
                            "statistics.publish.every", "PT1S",
                            "http.auth.token.file", tokens.file().toString()));
            monitor = ServedMonitor.start(site.config(), RULES);
            try {
                run(directory);
                look(directory);
            } finally {
                monitor.close();
            }
            written.put("log", log.lines());
        }
        assertThat(written.get("log")).hasSizeGreaterThan(100).anyMatch(line -> line.startsWith("org.apache.kafka"));
        Canary canary = new Canary(token.values());
        written.forEach((where, texts) -> {
            assertThat(texts).as(where).isNotEmpty();
            assertThat(texts).as(where).noneMatch(canary::isIn);
        });
    }

    private void run(Path directory) throws Exception {
        importFile(directory);
        Sender sender = new Sender(site);
        Frames frames = new Frames(site);
        byte[] good = frames.of(Frames.event("canary-bad", "canary-officer", Map.of(Field.NARRATIVE, "canary text")));
        byte[] key = "canary-officer".getBytes(UTF_8);
        sender.send("truncated", key, Arrays.copyOf(good, good.length - 3));
        sender.send("mismatch", "canary-other".getBytes(UTF_8), good);
        sender.send("text", key, "canary narrative".getBytes(UTF_8));
        sender.send(
                "date",
                key,
                frames.of(Frames.event(
                        "canary-date",
                        "canary-officer",
                        Map.of(
                                Field.COMPLAINANT_ID,
                                "canary-complainant",
                                Field.OCCURRED_AT,
                                Instant.parse("1850-01-01T00:00:00Z")))));
        RunningMonitor.awaitProcessed(site, LIMIT);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> json(Role.REVIEWER, "/api/v1/alerts").get("total").asInt() >= 2);
        review();
        String replay = "{\"all\":true}";
        assertThat(monitor.postJson("/api/v1/system/dead-letters/replay", replay, bearer(Role.ADMIN))
                        .statusCode())
                .isEqualTo(200);
        RunningMonitor.awaitProcessed(site, LIMIT);
        assertThat(json(Role.AUDITOR, "/api/v1/audit").get("total").asInt()).isPositive();
    }

    private void importFile(Path directory) throws IOException {
        String person =
                "\"officerId\":\"canary-officer\",\"narrative\":\"canary words\",\"handlerId\":\"canary-handler\"";
        String alias = "\"officerId\":\"canary-officer\",\"alias\":\"canary-alias\"";
        List<String> lines = List.of(
                """
                {"eventType":"RECORDED","eventId":"canary-1","caseId":"canary-c1","allegationId":"canary-a1",%s,"complainantId":"canary-complainant","categoryText":"canary category","group":"SEXUAL","recordedAt":"2020-01-01T00:00:00Z"}""".formatted(person),
                """
                {"eventType":"RECORDED","eventId":"canary-2","caseId":"canary-c2","allegationId":"canary-a2","officerId":"canary-alias","group":"SEXUAL","recordedAt":"2020-02-01T00:00:00Z"}""",
                """
                {"eventType":"ALIAS_LINKED","eventId":"canary-3",%s,"at":"2020-03-01T00:00:00Z"}""".formatted(alias),
                """
                {"eventType":"SUPERVISOR_CHANGED","eventId":"canary-4","officerId":"canary-officer","supervisorId":"canary-supervisor","at":"2020-03-01T00:00:00Z"}""",
                """
                {"eventType":"VETTING_GRANTED","eventId":"canary-5",%s,"clearance":"RV","at":"2020-03-01T00:00:00Z"}""".formatted(person),
                """
                {"eventType":"HOTLINE_REPORT","eventId":"canary-6","reportId":"canary-r1",%s,"at":"2020-03-01T00:00:00Z"}""".formatted(person),
                """
                {"eventType":"RECORDED","eventId":"canary-7",%s,"recordedAt":"canary day"}""".formatted(person),
                """
                {"canary""");
        Path file = Files.write(directory.resolve("events.jsonl"), lines);
        Path rejects = directory.resolve("rejects.jsonl");
        List<String> arguments = new ArrayList<>(List.of("import", file.toString(), "--rejects", rejects.toString()));
        arguments.addAll(site.arguments());
        StringWriter said = new StringWriter();
        Main.run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
        written.put("import", said.toString().lines().toList());
        written.put("rejects", Files.readAllLines(rejects));
        assertThat(said.toString()).contains("6");
    }

    private void review() throws IOException {
        JsonNode alert =
                json(Role.REVIEWER, "/api/v1/alerts?standing=true").get("items").get(0);
        String body = """
                {"actionId":"canary-action","action":"COMMENT","comment":"canary comment","revision":%d}""".formatted(alert.get("revision").asInt());
        HttpResponse<String> answer = monitor.postJson(
                "/api/v1/alerts/" + alert.get("alertId").asText() + "/actions", body, bearer(Role.REVIEWER));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
    }

    private void look(Path directory) throws Exception {
        written.put("threads", Writings.threads());
        written.put("client ids and measures of Kafka", Writings.beans());
        written.put("metrics", ask(Role.ADMIN, "/metrics").body().lines().toList());
        written.put("names of files", Writings.files(site.config().stateDir()));
        written.put(
                "headers of dead letters",
                Writings.headers(RawRecords.of(site, site.topic(MonitorTopic.DEAD_LETTERS))
                        .all()));
        Awaitility.await().atMost(LIMIT).until(() -> !RawRecords.of(site, site.topic(MonitorTopic.STATISTICS))
                .all()
                .isEmpty());
        for (MonitorTopic topic : List.of(MonitorTopic.STANDING_ALERTS, MonitorTopic.STATISTICS)) {
            written.put(
                    "keys of " + topic,
                    RawRecords.of(site, site.topic(topic)).all().stream()
                            .map(record -> new String(record.key(), UTF_8))
                            .toList());
        }
        written.put("answers to those who may not", refusals());
    }

    private List<String> refusals() throws IOException {
        String alert = json(Role.REVIEWER, "/api/v1/alerts")
                .get("items")
                .get(0)
                .get("alertId")
                .asText();
        List<String> bodies = new ArrayList<>();
        for (String target : List.of(
                "/api/v1/officers/canary-officer",
                "/api/v1/officers/canary-officer/timeline?from=canary",
                "/api/v1/alerts?officer=canary-officer",
                "/api/v1/alerts/" + alert,
                "/api/v1/alerts/" + alert + "/explanation",
                "/api/v1/audit?officer=canary-officer",
                "/api/v1/statistics/cases",
                "/api/v1/canary-officer")) {
            HttpResponse<String> viewer = ask(Role.VIEWER, target);
            HttpResponse<String> nobody = monitor.send(target, "Authorization", "Bearer mmt_canary");
            assertThat(viewer.statusCode()).as(target).isIn(200, 403, 404, 503);
            bodies.add(viewer.body());
            bodies.add(nobody.body());
        }
        for (String target : List.of(
                "/api/v1/system/dead-letters", "/api/v1/system/accounts", "/api/v1/system/lag", "/openapi.json")) {
            bodies.add(ask(Role.ADMIN, target).body());
        }
        bodies.add(ask(Role.REVIEWER, "/api/v1/officers/canary-unknown").body());
        bodies.add(ask(Role.REVIEWER, "/api/v1/alerts?limit=canary").body());
        return bodies;
    }

    private JsonNode json(Role role, String target) throws IOException {
        HttpResponse<String> answer = ask(role, target);
        assertThat(answer.statusCode()).as("%s: %s", target, answer.body()).isEqualTo(200);
        return mapper.readTree(answer.body());
    }

    private HttpResponse<String> ask(Role role, String target) {
        return monitor.send(target, bearer(role));
    }

    private String[] bearer(Role role) {
        return new String[] {"Authorization", "Bearer " + token.get(role)};
    }
}
