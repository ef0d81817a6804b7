package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.cli.Exit;
import org.misconductmonitor.cli.Main;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.web.Tokens;

/** Nobody is told anything of a person before it is written down that they were. */
@ExtendWith(SharedPlatform.class)
@Timeout(300)
class AuditTest {
    private static final LoadedRules RULES = RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml")));
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, String> token = new LinkedHashMap<>();
    private Site site;
    private ServedMonitor monitor;

    @BeforeEach
    void start(EmbeddedPlatform platform, @TempDir Path directory) {
        Tokens tokens = new Tokens(directory.resolve("tokens"));
        for (Role role : Role.values()) {
            token.put(role.name(), tokens.add(role.name(), Set.of(role), Reach.EVERYTHING));
        }
        site = Site.create(
                platform,
                directory,
                Map.of(
                        "http.port", "0",
                        "num.stream.threads", "1",
                        "http.requests.per.second", "100000",
                        "http.auth.token.file", tokens.file().toString()));
        monitor = ServedMonitor.start(site.config(), RULES);
        site.publish(List.of(
                Frames.event("anna-1", "anna", Map.of(Field.FORCE, "North")),
                Frames.event("bert-1", "bert", Map.of(Field.FORCE, "North")),
                Frames.event("cora-1", "cora", Map.of(Field.FORCE, "North")),
                Frames.event("cora-2", "cora", Map.of(Field.FORCE, "Coast")),
                EventJson.read("""
                        {"eventType":"ALIAS_LINKED","eventId":"link","officerId":"bert","alias":"badge-7","publisherId":"hr","at":"2020-01-01T00:00:00Z"}""")));
        RunningMonitor.awaitProcessed(site, LIMIT);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> json(Role.AUDITOR, "/api/v1/alerts").get("total").asInt() == 4);
    }

    @AfterEach
    void stop() {
        monitor.close();
    }

    @Test
    void shouldWriteDownWhoAskedForWhat() throws Exception {
        String alert = json(Role.AUDITOR, "/api/v1/alerts?officer=anna")
                .get("items")
                .get(0)
                .get("alertId")
                .asText();
        for (String target : List.of(
                "/api/v1/officers/anna",
                "/api/v1/officers/anna/timeline",
                "/api/v1/officers/anna/counts",
                "/api/v1/officers/anna/vetting",
                "/api/v1/officers/anna/postings",
                "/api/v1/officers/anna/peers",
                "/api/v1/alerts/" + alert,
                "/api/v1/alerts/" + alert + "/history",
                "/api/v1/alerts/" + alert + "/actions",
                "/api/v1/alerts/" + alert + "/explanation",
                "/api/v1/alerts",
                "/api/v1/alerts/over-time?officer=anna")) {
            assertThat(ask(Role.REVIEWER, target).statusCode()).as(target).isEqualTo(200);
        }
        assertThat(ask(Role.VIEWER, "/api/v1/officers/anna").statusCode()).isEqualTo(403);
        assertThat(ask(Role.REVIEWER, "/api/v1/officers/zoe").statusCode()).isEqualTo(404);
        monitor.follow("/api/v1/alerts/stream?after=0:0", 4, "Authorization", "Bearer " + token.get("REVIEWER"));
        String body = "{\"actionId\":\"a-1\",\"action\":\"ACKNOWLEDGE\",\"revision\":1}";
        assertThat(monitor.postJson("/api/v1/alerts/" + alert + "/actions", body, headers(Role.REVIEWER))
                        .statusCode())
                .isIn(200, 202);

        assertThat(lines("?caller=REVIEWER&officer=anna&officer=zoe"))
                .containsExactlyInAnyOrder(
                        "CONSULTATION getOfficer record anna ANSWERED",
                        "CONSULTATION getOfficerTimeline record anna ANSWERED",
                        "CONSULTATION countOfficer record anna ANSWERED",
                        "CONSULTATION getOfficerVetting record anna ANSWERED",
                        "CONSULTATION getOfficerPostings record anna ANSWERED",
                        "CONSULTATION getOfficerPeers record anna ANSWERED",
                        "CONSULTATION getAlert alert anna ANSWERED",
                        "CONSULTATION getAlertHistory alert anna ANSWERED",
                        "CONSULTATION listActions alert anna ANSWERED",
                        "CONSULTATION explainAlert alert anna ANSWERED",
                        "CONSULTATION listAlerts alert anna ANSWERED",
                        "CONSULTATION countAlertsOverTime alerts anna ANSWERED",
                        "CONSULTATION getOfficer record zoe NOT_FOUND",
                        "DISCLOSURE followAlerts alert anna ANSWERED",
                        "ALTERATION actOnAlert alert anna ASKED");
        assertThat(lines("?operation=COMBINATION"))
                .containsExactlyInAnyOrder("COMBINATION null alert cora null", "COMBINATION null alias bert null");
        assertThat(lines("?caller=hr")).containsExactly("COMBINATION null alias bert null");
        assertThat(lines("?caller=VIEWER")).containsExactly("CONSULTATION getOfficer record anna FORBIDDEN");
        assertThat(lines("?caller=AUDITOR&operation=CONSULTATION"))
                .contains("CONSULTATION listAudit audit null ANSWERED");
        assertThat(ask(Role.REVIEWER, "/api/v1/audit").statusCode()).isEqualTo(403);
        assertThat(json(Role.AUDITOR, "/api/v1/audit?from=2999-01-01")
                        .get("total")
                        .asInt())
                .isZero();
        assertPages();
        assertCommand();
    }

    @Test
    void shouldTellNothingThatCannotBeWrittenDown() throws Exception {
        try (Admin admin = Admin.create(ClientProperties.admin(site.config()))) {
            admin.deleteTopics(List.of(site.topic(MonitorTopic.AUDIT))).all().get();
        }
        for (String target : List.of("/api/v1/officers/anna", "/api/v1/alerts")) {
            HttpResponse<String> answer = ask(Role.REVIEWER, target);
            assertThat(answer.statusCode()).as(target).isEqualTo(503);
            assertThat(answer.body()).contains("audit log").doesNotContain("anna");
        }
        assertThat(ask(Role.REVIEWER, "/api/v1/rules").statusCode()).isEqualTo(200);
        assertThat(ask(Role.VIEWER, "/api/v1/officers/anna").statusCode()).isEqualTo(403);
    }

    private void assertPages() throws IOException {
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = json(Role.AUDITOR, "/api/v1/audit?caller=REVIEWER&limit=3" + next);
            page.get("items").forEach(item -> ids.add(item.get("entryId").asText()));
            next = page.has("next") ? "&cursor=" + page.get("next").asText() : null;
        }
        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSize(json(Role.AUDITOR, "/api/v1/audit?caller=REVIEWER")
                        .get("total")
                        .asInt());
    }

    private void assertCommand() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("audit", "list", "--caller", "VIEWER", "--json"));
        arguments.addAll(site.arguments());
        StringWriter said = new StringWriter();
        int exit =
                Main.run(new PrintWriter(said), new PrintWriter(new StringWriter()), arguments.toArray(String[]::new));
        assertThat(exit).isEqualTo(Exit.OK);
        JsonNode listed = mapper.readTree(said.toString());
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("officerId").asText()).isEqualTo("anna");
        assertThat(listed.get(0).get("justification").asText()).isEqualTo("CASE-7");
    }

    private List<String> lines(String query) throws IOException {
        List<String> lines = new ArrayList<>();
        json(Role.AUDITOR, "/api/v1/audit" + query)
                .get("items")
                .forEach(item -> lines.add(String.join(
                        " ",
                        item.get("operation").asText(),
                        item.path("request").asText("null"),
                        item.get("resource").asText(),
                        item.path("officerId").asText("null"),
                        item.path("outcome").asText("null"))));
        // Whoever follows may be sent more until it is noticed that they have gone.
        return lines.stream().distinct().toList();
    }

    private JsonNode json(Role role, String target) throws IOException {
        HttpResponse<String> answer = ask(role, target);
        assertThat(answer.statusCode()).as("%s: %s", target, answer.body()).isEqualTo(200);
        return mapper.readTree(answer.body());
    }

    private HttpResponse<String> ask(Role role, String target) {
        return monitor.send(target, headers(role));
    }

    private String[] headers(Role role) {
        return new String[] {"Authorization", "Bearer " + token.get(role.name()), "Audit-Reason", "CASE-7"};
    }
}
