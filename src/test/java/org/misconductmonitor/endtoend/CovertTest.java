package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;

/**
 * Two worlds: in one there are covert facts besides those of the other. Whatever somebody asks who may not read such facts,
 * both answer the same. Left out is what the monitor says of its own records and topics, which is about no one: accounts,
 * lag, metrics, positions, ingestion times.
 */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(420)
class CovertTest {
    private static final LoadedRules RULES = RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml")));
    private static final List<String> OFFICERS = List.of("anna", "bert", "cora", "dora", "emma", "nobody");
    /** Of open alerts, what the stream tells before anybody acts. */
    private static final int TOLD = 6;
    /** The client's and the moment's own; a tag is made of the body, which tells when it was ingested. */
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length", "etag");

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String INGESTION = "\"(changedAt|publishedAt|openedAt|acknowledgeBy|position)\":\"[^\"]*\"";
    private static final String KNOWN_WHEN = "\"(asOf|at)\":\"20[2-9][0-9]-[^\"]*\"";

    private TokenClient callers;
    private final Set<String> alerts = new TreeSet<>();
    private ServedMonitor without;
    private ServedMonitor with;
    /** Of the world with covert facts. */
    private Site more;

    @BeforeAll
    void start(EmbeddedPlatform platform, @TempDir Path directory) {
        callers = new TokenClient(directory.resolve("tokens"));
        for (Role role : List.of(Role.AUDITOR, Role.REVIEWER, Role.ANALYST, Role.VIEWER)) {
            callers.add(role.name(), role, Reach.EVERYTHING);
        }
        List<Event> open = List.of(
                fact("anna", 1, "OPEN"),
                fact("anna", 2, null),
                fact("bert", 1, null),
                fact("cora", 1, "CONFIDENTIAL"),
                fact("cora", 2, null),
                fact("emma", 1, null));
        List<Event> covert = List.of(
                // Counts, but reaches no level.
                fact("anna", 3, "COVERT"),
                // Says something of an open fact.
                said("anna", 1, "COVERT"),
                // Nothing else is known of her.
                fact("dora", 1, "COVERT"),
                fact("dora", 2, "COVERT"),
                // A higher level than the open one, which it must not mute.
                fact("emma", 2, "COVERT"),
                // Covert because what it speaks of is.
                said("dora", 1, null));
        without = served(platform, directory.resolve("without"), open, 6);
        List<Event> all = new ArrayList<>(open);
        all.addAll(covert);
        with = served(platform, directory.resolve("with"), all, 9);
        json(with, Role.AUDITOR, "/api/v1/alerts?limit=200")
                .get("items")
                .forEach(alert -> alerts.add(alert.get("alertId").asText()));
        review();
    }

    /** The same is done in both worlds, and is answered alike. */
    private void review() {
        String later = ",\"until\":\"2199-01-01T00:00:00Z\",\"reason\":\"asked for the file\"";
        List<String[]> actions =
                List.of(new String[] {"emma", "SNOOZE", later}, new String[] {"bert", "ACKNOWLEDGE", ""}, new String[] {
                    "bert", "CLOSE", ",\"outcome\":\"NO_ACTION_NEEDED\",\"reason\":\"explained\""
                });
        int revision = 1;
        for (String[] action : actions) {
            String id = amber(action[0]);
            revision = action[1].equals("CLOSE") ? 2 : 1;
            String body = "{\"actionId\":\"%s\",\"action\":\"%s\",\"revision\":%d%s}"
                    .formatted(action[0] + action[1], action[1], revision, action[2]);
            List<HttpResponse<String>> answers = List.of(without, with).stream()
                    .map(world -> world.postJson(
                            "/api/v1/alerts/" + id + "/actions", body, "Authorization", callers.credential("REVIEWER")))
                    .toList();
            assertThat(answers.get(0).statusCode()).as(answers.get(0).body()).isEqualTo(200);
            assertThat(timeless(answers.get(1).body()))
                    .isEqualTo(timeless(answers.get(0).body()));
        }
        for (ServedMonitor world : List.of(without, with)) {
            Awaitility.await().atMost(LIMIT).until(() -> json(world, Role.REVIEWER, "/api/v1/alerts/" + amber("bert"))
                    .get("state")
                    .asText()
                    .equals("NO_ACTION_NEEDED"));
        }
    }

    private String amber(String officer) {
        return json(without, Role.REVIEWER, "/api/v1/alerts?level=AMBER&officer=" + officer)
                .get("items")
                .get(0)
                .get("alertId")
                .asText();
    }

    @AfterAll
    void stop() {
        without.close();
        with.close();
    }

    @Test
    void shouldAnswerAsIfThereWereNoCovertFacts() {
        Map<String, Integer> answered = new LinkedHashMap<>();
        for (Role role : List.of(Role.REVIEWER, Role.ANALYST, Role.VIEWER)) {
            for (String target : targets()) {
                HttpResponse<String> expected = ask(without, role, target);
                HttpResponse<String> answer = ask(with, role, target);
                assertThat(answer.statusCode()).as("%s: %s", role, target).isEqualTo(expected.statusCode());
                assertThat(timeless(answer.body())).as("%s: %s", role, target).isEqualTo(timeless(expected.body()));
                assertThat(headers(answer)).as("%s: %s", role, target).isEqualTo(headers(expected));
                answered.merge(role + " " + answer.statusCode(), 1, Integer::sum);
            }
        }
        assertThat(answered).containsKeys("REVIEWER 200", "REVIEWER 404", "ANALYST 200", "VIEWER 200", "VIEWER 403");
    }

    @Test
    void shouldFollowAsIfThereWereNoCovertFacts() throws Exception {
        List<String> expected = told(without);

        assertThat(told(with)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** What a covert fact changes nothing of is not sent again: a tag that changed would tell that one came. */
    @Test
    void shouldTellNothingByTagsWhenACovertFactArrives() {
        Map<String, HttpResponse<String>> before = tagged();

        more.publish(List.of(fact("fred", 1, "COVERT"), fact("emma", 3, "COVERT")));
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> json(with, Role.AUDITOR, "/api/v1/alerts?officer=fred")
                                .get("total")
                                .asInt()
                        == 1);

        assertThat(before).hasSizeGreaterThan(40);
        before.forEach((target, answer) -> {
            HttpResponse<String> again = with.send(
                    target,
                    "Authorization",
                    callers.credential("REVIEWER"),
                    "If-None-Match",
                    answer.headers().firstValue("ETag").orElseThrow());
            assertThat(again.statusCode()).as("%s: %s", target, again.body()).isEqualTo(304);
        });
    }

    /** Answers that are the same when nothing has happened. */
    private Map<String, HttpResponse<String>> tagged() {
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        for (String target : targets()) {
            HttpResponse<String> one = ask(with, Role.REVIEWER, target);
            HttpResponse<String> two = ask(with, Role.REVIEWER, target);
            if (one.statusCode() == 200 && one.body().equals(two.body())) {
                answers.put(target, one);
            }
        }
        return answers;
    }

    @Test
    void shouldShowAndCountThemForThoseWhoMay() {
        assertThat(json(with, Role.AUDITOR, "/api/v1/officers/dora")
                        .get("facts")
                        .asInt())
                .isEqualTo(3);
        assertThat(json(with, Role.AUDITOR, "/api/v1/alerts?handling=COVERT")
                        .get("total")
                        .asInt())
                .isGreaterThanOrEqualTo(3);
        assertThat(Integer.parseInt(cases(Role.AUDITOR))).isGreaterThanOrEqualTo(10);
        assertThat(cases(Role.REVIEWER)).isEqualTo("6");
        assertThat(ask(with, Role.REVIEWER, "/metrics").statusCode()).isEqualTo(403);
        assertThat(ask(with, Role.AUDITOR, "/metrics").body().lines())
                .filteredOn(line -> line.startsWith("misconduct_alerts_standing"))
                .containsExactlyInAnyOrderElementsOf(ask(without, Role.AUDITOR, "/metrics")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("misconduct_alerts_standing"))
                        .toList());
    }

    @Test
    void shouldRefuseToActOnWhatDoesNotExistForTheCaller() throws Exception {
        String covert = json(with, Role.AUDITOR, "/api/v1/alerts?handling=COVERT")
                .get("items")
                .get(0)
                .get("alertId")
                .asText();
        String body = "{\"actionId\":\"a-1\",\"action\":\"ACKNOWLEDGE\",\"revision\":1}";

        HttpResponse<String> answer = with.postJson(
                "/api/v1/alerts/" + covert + "/actions", body, "Authorization", callers.credential("REVIEWER"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(with.postJson(
                                "/api/v1/alerts/none/actions", body, "Authorization", callers.credential("REVIEWER"))
                        .body());
    }

    @Test
    void shouldOnlySayOfConfidentialFactsThatThereAreAny() {
        JsonNode whole = json(with, Role.REVIEWER, "/api/v1/alerts?officer=cora&level=AMBER")
                .get("items")
                .get(0);
        JsonNode redacted = json(with, Role.ANALYST, "/api/v1/alerts?officer=cora&level=AMBER")
                .get("items")
                .get(0);

        assertThat(whole.get("evidence")).isNotEmpty();
        assertThat(redacted.get("evidence")).isEmpty();
        assertThat(redacted.get("handling").asText()).isEqualTo("CONFIDENTIAL");
        assertThat(redacted.toString()).doesNotContain("cora-1", "SEXUAL", "North");
        assertThat(json(with, Role.ANALYST, "/api/v1/alerts?force=North&officer=cora")
                        .get("total")
                        .asInt())
                .isZero();
        String id = redacted.get("alertId").asText();
        assertThat(ask(with, Role.ANALYST, "/api/v1/alerts/" + id + "/explanation")
                        .body())
                .contains("confidential")
                .doesNotContain("cora-1", "SEXUAL");
    }

    private String cases(Role role) {
        JsonNode total =
                json(with, role, "/api/v1/statistics/cases").get("table").get("total");
        return total.get(total.size() - 1).asText();
    }

    private List<String> told(ServedMonitor monitor) throws Exception {
        return monitor
                .follow("/api/v1/alerts/stream?after=0:0", TOLD, "Authorization", callers.credential("REVIEWER"))
                .stream()
                .map(event -> timeless(event.data().toString()))
                .toList();
    }

    private List<String> targets() {
        List<String> targets = new ArrayList<>(List.of(
                "/api/v1/alerts?limit=2",
                "/api/v1/alerts?handling=COVERT",
                "/api/v1/alerts?officer=dora",
                "/api/v1/alerts?text=dor",
                "/api/v1/alerts?sort=due",
                "/api/v1/alerts/over-time?officer=dora&by=year",
                "/api/v1/officers/anna/timeline?limit=1",
                "/api/v1/officers/anna/counts?by=category&count=cases",
                "/api/v1/statistics/cases?by=year&where=force:North",
                "/api/v1/statistics/cases?format=csv",
                "/api/v1/statistics/cases?asOf=2010-01-01T00:00:00Z",
                "/api/v1/alerts?officer=emma&state=SNOOZED",
                "/api/v1/alerts?muted=true",
                "/api/v1/alerts?sort=changed",
                "/api/v1/alerts?limit=0",
                "/api/v1/alerts?cursor=none",
                "/api/v1/alerts?rule=none",
                "/api/v1/officers/emma/timeline?cursor=none"));
        json(with, Role.AUDITOR, "/openapi.json").get("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            if (get.has("x-permission")
                    && !get.get("tags").toString().contains("system")
                    && !Set.of("/api/v1/alerts/stream", "/api/v1/audit", "/metrics")
                            .contains(path.getKey())) {
                targets.addAll(filled(path.getKey()));
            }
        });
        assertThat(targets).hasSizeGreaterThan(60);
        return targets;
    }

    private List<String> filled(String path) {
        if (path.contains("{officerId}")) {
            return OFFICERS.stream()
                    .map(officer -> path.replace("{officerId}", officer))
                    .toList();
        }
        if (path.contains("{alertId}")) {
            return alerts.stream().map(id -> path.replace("{alertId}", id)).toList();
        }
        if (path.contains("{tableId}")) {
            List<String> tables =
                    json(with, Role.VIEWER, "/api/v1/statistics").get("items").findValuesAsText("id");
            return tables.stream().map(id -> path.replace("{tableId}", id)).toList();
        }
        return List.of(path.replace("{ruleId}", "every-allegation").replace("{backtestId}", "none"));
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(OF_THE_MOMENT);
        return headers;
    }

    /** Statistics keep their date: it must not be that of a covert fact. */
    private static String timeless(String body) {
        return body.replaceAll(INGESTION, "").replaceAll(KNOWN_WHEN, "");
    }

    private ServedMonitor served(EmbeddedPlatform platform, Path directory, List<Event> events, int expected) {
        Site site = Site.create(
                platform,
                directory,
                Map.of(
                        "http.port", "0",
                        "num.stream.threads", "1",
                        "http.requests.per.second", "100000",
                        "http.auth.token.file", callers.file().toString()));
        ServedMonitor monitor = ServedMonitor.start(site.config(), RULES);
        more = site;
        site.publish(events);
        RunningMonitor.awaitProcessed(site, LIMIT);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> json(monitor, Role.AUDITOR, "/api/v1/alerts")
                                .get("total")
                                .asInt()
                        == expected);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() ->
                        ask(monitor, Role.AUDITOR, "/api/v1/statistics/cases").statusCode() == 200);
        return monitor;
    }

    private JsonNode json(ServedMonitor monitor, Role role, String target) {
        return callers.json(monitor, role.name(), target);
    }

    private HttpResponse<String> ask(ServedMonitor monitor, Role role, String target) {
        return callers.ask(monitor, role.name(), target);
    }

    /** Long ago, so that what is told of ingestion is easily told from it; the covert ones are the latest. */
    private static Event fact(String officer, int number, String handling) {
        Event event = Frames.event(officer + "-" + number, officer, Map.of())
                .with(Map.of(
                        Field.GROUP,
                        "SEXUAL",
                        Field.FORCE,
                        "North",
                        Field.RECORDED_AT,
                        Instant.parse("200" + number + "-0" + (officer.length() + number) + "-01T00:00:00Z")));
        return handling == null ? event : event.with(Map.of(Field.HANDLING, handling));
    }

    private static Event said(String officer, int number, String handling) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("eventType", "FINALISED");
        json.put("eventId", officer + "-" + number + "-said");
        json.put("officerId", officer);
        json.put("caseId", "case-" + officer + "-" + number);
        json.put("allegationId", "allegation-" + officer + "-" + number);
        json.put("finding", "SUSTAINED");
        json.put("at", "2009-01-01T00:00:00Z");
        if (handling != null) {
            json.put("handling", handling);
        }
        return EventJson.read(json.toString());
    }
}
