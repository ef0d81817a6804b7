package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.AlertJson;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.query.AlertStream;
import org.misconductmonitor.query.Alerts;
import org.misconductmonitor.query.TopicPosition;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** What the HTTP API says of a running monitor. */
@ExtendWith(SharedPlatform.class)
@Timeout(240)
class ApiTest {
    private static final LoadedRules RULES = RuleFiles.read(List.of(new RuleText("rules.yaml", """
            id: repeat
            title: Repeated
            kind: threshold
            count: allegations
            window: P10Y
            levels: [ { level: AMBER, at: 2 }, { level: RED, at: 4 } ]
            tests:
              - name: two
                events: [ { recordedAt: 2024-01-01 }, { recordedAt: 2024-06-01 } ]
                alerts: [ { level: AMBER, firedAt: 2024-06-01 } ]
            """)));

    private Site site;
    private ServedMonitor monitor;

    @TempDir
    private Path directory;

    @BeforeEach
    void start(EmbeddedPlatform platform) {
        site = Site.create(platform, directory, Map.of("http.port", "0"));
        monitor = ServedMonitor.start(site.config(), RULES);
    }

    @AfterEach
    void stop() {
        monitor.close();
    }

    @Test
    void shouldListAlertsWithTheirHistoryAndWhatWouldClearThem() {
        publish(
                recorded("anna", 1, "2020-01-01"),
                recorded("anna", 2, "2021-01-01"),
                recorded("bert", 1, "2020-01-01"));
        publish(recorded("anna", 3, "2020-06-01"), recorded("bert", 2, "2022-01-01"));
        List<Alert> transitions = site.transitions();
        JsonNode list = monitor.await("/api/v1/alerts?sort=firedAt", answer -> hasRead(answer, transitions.size()));

        assertThat(list.get("total").asInt()).isEqualTo(2);
        JsonNode anna = list.get("items").get(0);
        String id = anna.get("alertId").asText();
        assertThat(anna).isEqualTo(AlertJson.write(last(transitions, id)));
        assertThat(monitor.get("/api/v1/alerts/" + id)).isEqualTo(anna);
        assertThat(items(monitor.get("/api/v1/alerts?officer=bert&level=AMBER&standing=true&firedFrom=2021-12-31")))
                .extracting(item -> item.get("officerId").asText())
                .containsExactly("bert");
        assertThat(items(monitor.get("/api/v1/alerts?firedUntil=2020-01-01"))).isEmpty();
        assertThat(items(monitor.get("/api/v1/alerts?rule=other"))).isEmpty();
        assertThat(items(monitor.get("/api/v1/alerts?text=BER")))
                .extracting(item -> item.get("officerId").asText())
                .containsExactly("bert");
        assertThat(items(monitor.get("/api/v1/alerts?text=repeat"))).hasSize(2);
        assertThat(items(monitor.get("/api/v1/alerts?text=nothing"))).isEmpty();

        List<JsonNode> revisions = monitor.all("/api/v1/alerts/" + id + "/history?limit=1");
        assertThat(revisions)
                .extracting(revision -> revision.get("alert").get("revision").asInt())
                .containsExactly(2, 1);

        JsonNode bert = items(monitor.get("/api/v1/alerts?officer=bert")).get(0);
        JsonNode explained = monitor.get("/api/v1/alerts/" + bert.get("alertId").asText() + "/explanation");
        assertThat(explained.get("sentence")).isEqualTo(bert.get("explanation"));
        assertThat(explained.get("ruleInForce").asBoolean()).isTrue();
        assertThat(explained.get("clearedWithoutAnyOf").findValuesAsText("id")).containsExactly("bert-L1", "bert-L2");
        assertThat(monitor.send("/api/v1/alerts/none").statusCode()).isEqualTo(404);
        assertThat(monitor.send("/api/v1/alerts?sort=firedAt&cursor=AAAA").statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldListEveryAlertOnceWhileOthersAreRaised() {
        publish(IntStream.range(0, 12)
                .boxed()
                .flatMap(i -> pair("o" + i, 2000 + i).stream())
                .toArray(Event[]::new));
        monitor.await("/api/v1/alerts", answer -> answer.get("total").asInt() == 12);
        List<String> seen = new ArrayList<>();
        String next = "";
        for (int part = 0; next != null; part++) {
            JsonNode page = monitor.get("/api/v1/alerts?limit=5" + next);
            items(page).forEach(item -> seen.add(item.get("officerId").asText()));
            next = page.has("next") ? "&cursor=" + page.get("next").asText() : null;
            publish(pair("before" + part, 2015).toArray(Event[]::new));
            monitor.await(
                    "/api/v1/alerts?officer=before" + part,
                    answer -> answer.get("total").asInt() == 1);
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(i -> "o" + (11 - i)).toList());
    }

    @Test
    void shouldGoOnTellingWhereAClientWas() throws Exception {
        publish(pair("anna", 2020).toArray(Event[]::new));
        JsonNode list =
                monitor.await("/api/v1/alerts", answer -> answer.get("total").asInt() == 1);
        String position = list.get("position").asText();

        publish(pair("bert", 2020).toArray(Event[]::new));
        publish(pair("carl", 2020).toArray(Event[]::new));
        List<ServedMonitor.Event> first = monitor.follow("/api/v1/alerts/stream?after=" + position, 1);
        publish(recorded("anna", 3, "2020-02-01"));
        List<ServedMonitor.Event> rest = monitor.follow(
                "/api/v1/alerts/stream?after=" + position,
                2,
                "Last-Event-ID",
                first.get(0).id());
        List<ServedMonitor.Event> all = monitor.follow("/api/v1/alerts/stream?after=0:0", 4);
        List<ServedMonitor.Event> carl = monitor.follow("/api/v1/alerts/stream?after=0:0&officer=carl", 1);

        List<JsonNode> told = new ArrayList<>();
        first.forEach(event -> told.add(event.data()));
        rest.forEach(event -> told.add(event.data()));
        assertThat(told)
                .extracting(alert -> alert.get("officerId").asText())
                .containsExactlyInAnyOrder("anna", "bert", "carl");
        assertThat(all)
                .extracting(ServedMonitor.Event::data)
                .containsExactlyInAnyOrderElementsOf(site.transitions().stream()
                        .map(AlertJson::write)
                        .map(JsonNode.class::cast)
                        .toList());
        assertThat(all).extracting(ServedMonitor.Event::id).doesNotHaveDuplicates();
        assertThat(carl.get(0).data().get("officerId").asText()).isEqualTo("carl");
        assertThat(monitor.send("/api/v1/alerts/stream?after=0:99999", "Accept", "text/event-stream")
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void shouldReadFromTheTopicWhatIsNotInMemoryAnyMore() throws Exception {
        publish(IntStream.range(0, 10)
                .boxed()
                .flatMap(i -> pair("o" + i, 2000 + i).stream())
                .toArray(Event[]::new));
        ConfiguredSerdes serdes =
                ConfiguredSerdes.from(site.config().passThrough().serdes());
        try (Alerts alerts = new Alerts(
                () -> new AlertFeed(
                        ClientProperties.consumer(site.config()),
                        site.topic(MonitorTopic.ALERTS),
                        serdes.deserializer()),
                7)) {
            alerts.start();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(alerts::isReady);
            List<String> told = new ArrayList<>();
            try (AlertStream stream =
                    alerts.follow(new TopicPosition(Map.of()), Caller.LOCAL).orElseThrow()) {
                while (told.size() < 10) {
                    stream.next(Duration.ofSeconds(1))
                            .forEach(step -> told.add(step.alert().alert().alertId()));
                }
                publish(pair("last", 2015).toArray(Event[]::new));
                while (told.size() < 11) {
                    stream.next(Duration.ofSeconds(1))
                            .forEach(step -> told.add(step.alert().alert().alertId()));
                }
            }

            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(
                            site.transitions().stream().map(Alert::alertId).toList());
        }
    }

    @Test
    void shouldShowARecordAsTheEngineSeesIt() {
        publish(
                recorded("anna", 1, "2020-01-01"),
                recorded("anna", 2, "2021-01-01"),
                event(
                        "{'eventType':'WITHDRAWN','eventId':'w','officerId':'anna','caseId':'anna-C1','allegationId':'anna-L1','at':'2022-01-01T00:00:00Z'}"),
                event(
                        "{'eventType':'VETTING_GRANTED','eventId':'v1','officerId':'anna','clearance':'RV','at':'2019-01-01T00:00:00Z'}"),
                event(
                        "{'eventType':'VETTING_WITHDRAWN','eventId':'v2','officerId':'anna','at':'2023-01-01T00:00:00Z'}"),
                event(
                        "{'eventType':'JOINED','eventId':'j','officerId':'anna','force':'North','rank':'PC','at':'2018-01-01T00:00:00Z'}"),
                event(
                        "{'eventType':'PROMOTED','eventId':'p','officerId':'anna','rank':'SGT','at':'2019-06-01T00:00:00Z'}"));

        JsonNode record = monitor.get("/api/v1/officers/anna");
        assertThat(record.get("allegations").asInt()).isEqualTo(1);
        assertThat(record.get("facts").asInt()).isEqualTo(7);
        assertThat(record.get("rank").asText()).isEqualTo("SGT");

        List<JsonNode> timeline = monitor.all("/api/v1/officers/anna/timeline?limit=2");
        assertThat(timeline)
                .extracting(fact -> fact.get("eventId").asText())
                .containsExactly("v2", "w", "anna-2", "anna-1", "p", "v1", "j");
        assertThat(timeline.get(3).get("standing").asText()).isEqualTo("NOT_FINAL");
        assertThat(timeline.get(3).get("corrected").toString()).contains("recordState");
        assertThat(items(monitor.get("/api/v1/officers/anna/timeline?type=JOINED")))
                .hasSize(1);

        JsonNode counts = monitor.get("/api/v1/officers/anna/counts?by=group&period=month");
        assertThat(counts.get("rows").toString())
                .isEqualTo("[{\"period\":\"2021-01\",\"value\":\"SEXUAL\",\"count\":1}]");
        assertThat(monitor.get("/api/v1/officers/anna/vetting")
                        .get("current")
                        .get("status")
                        .asText())
                .isEqualTo("WITHDRAWN");
        JsonNode postings = monitor.get("/api/v1/officers/anna/postings").get("postings");
        assertThat(postings.findValuesAsText("rank")).containsExactly("PC", "SGT");
        assertThat(postings.findValuesAsText("force")).containsExactly("North", "North");
        assertThat(monitor.send("/api/v1/officers/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldAccountForEveryRecordAndMeasureNobody() {
        Event future = event(
                "{'eventType':'RECORDED','eventId':'x','officerId':'anna','caseId':'c','allegationId':'l','recordedAt':'2090-01-01T00:00:00Z'}");
        publish(
                recorded("anna", 1, "2020-01-01"),
                recorded("anna", 1, "2020-01-01"),
                recorded("anna", 2, "2020-02-01"),
                future);

        JsonNode accounts = monitor.await("/api/v1/system/accounts", answer -> sum(answer, "read") == 4);
        assertThat(sum(accounts, "accepted")).isEqualTo(2);
        assertThat(sum(accounts, "duplicate")).isEqualTo(1);
        assertThat(sum(accounts, "deadLettered")).isEqualTo(1);
        for (JsonNode item : accounts.get("items")) {
            assertThat(item.get("read").asLong())
                    .isEqualTo(item.get("accepted").asLong()
                            + item.get("duplicate").asLong()
                            + item.get("superseded").asLong()
                            + item.get("deadLettered").asLong());
            assertThat(item.get("partitions").findValues("chain"))
                    .allMatch(chain -> chain.asText().matches("[0-9a-f]{64}"));
            assertThat(item.get("partitions").findValues("read").stream()
                            .mapToLong(JsonNode::asLong)
                            .sum())
                    .isEqualTo(item.get("read").asLong());
        }
        JsonNode letters = monitor.await(
                "/api/v1/system/dead-letters", answer -> answer.get("total").asInt() == 1);
        assertThat(letters.get("items").get(0).get("reason").asText()).isEqualTo("FUTURE_DATE");
        assertThat(letters.toString()).doesNotContain("anna");
        assertThat(monitor.get("/api/v1/system/lag").get("items")).isNotEmpty();

        monitor.await("/api/v1/alerts", answer -> answer.get("total").asInt() == 1);
        String metrics = monitor.send("/metrics").body();
        assertThat(metrics)
                .contains(
                        "misconduct_running 1",
                        "misconduct_alerts_standing{level=\"AMBER\",rule=\"repeat\"} 1",
                        "outcome=\"ACCEPTED\"")
                .doesNotContain("anna");
    }

    @Test
    void shouldMeasureWhatTheBoardShows() throws IOException {
        publish(pair("anna", 2020).toArray(Event[]::new));
        monitor.await("/api/v1/alerts", answer -> answer.get("total").asInt() == 1);
        JsonNode board = new ObjectMapper()
                .readTree(Path.of("src/observe/grafana/boards/misconduct-monitor.json")
                        .toFile());
        Set<String> shown = board.findValues("expr").stream()
                .flatMap(query -> Pattern.compile("\\b(?:misconduct|http|jvm|process)_\\w+")
                        .matcher(query.asText())
                        .results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            // Nothing is said of a collection of garbage before there was one.
            System.gc();
            List<String> measured = monitor.send("/metrics")
                    .body()
                    .lines()
                    .map(line -> line.split("[ {]")[0])
                    .toList();
            assertThat(shown).hasSizeGreaterThan(8).isSubsetOf(measured);
        });
    }

    @Test
    void shouldLetGoOfClientsThatLeave() throws Exception {
        publish(pair("anna", 2020).toArray(Event[]::new));
        monitor.await("/api/v1/alerts", answer -> answer.get("total").asInt() == 1);
        monitor.follow("/api/v1/alerts/stream?after=0:0", 1);
        AtomicInteger number = new AtomicInteger(2);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            // The server finds out that a client has left when it has something to tell.
            publish(recorded("anna", number.incrementAndGet(), "2020-07-01"));
            assertThat(monitor.send("/metrics").body().lines())
                    .anyMatch(line -> line.contains("/api/v1/alerts/stream") && line.contains("_count"));
        });
    }

    @Test
    void shouldShowTheRulesInForce() {
        JsonNode rules = monitor.get("/api/v1/rules");
        assertThat(items(rules)).extracting(rule -> rule.get("id").asText()).containsExactly("repeat");
        JsonNode rule = monitor.get("/api/v1/rules/repeat");
        assertThat(rule.get("yaml").asText()).contains("window: P10Y");
        assertThat(rule.get("tests").get(0).asText()).isEqualTo("two");
        assertThat(monitor.send("/api/v1/rules/none").statusCode()).isEqualTo(404);
    }

    private void publish(Event... events) {
        site.publish(List.of(events));
        RunningMonitor.awaitProcessed(site, Duration.ofSeconds(60));
    }

    private static List<Event> pair(String officer, int year) {
        return List.of(recorded(officer, 1, year + "-01-01"), recorded(officer, 2, year + "-06-01"));
    }

    private static Event recorded(String officer, int number, String day) {
        return event(
                "{'eventType':'RECORDED','eventId':'%1$s-%2$d','officerId':'%1$s','caseId':'%1$s-C%2$d','allegationId':'%1$s-L%2$d','group':'SEXUAL','recordedAt':'%3$sT00:00:00Z'}"
                        .formatted(officer, number, day));
    }

    private static Event event(String json) {
        return EventJson.read(json.replace('\'', '"'));
    }

    private static boolean hasRead(JsonNode list, int transitions) {
        return list.get("items").size() == 2
                && list.get("items").get(0).get("revision").asInt() == transitions - 1;
    }

    private static Alert last(List<Alert> transitions, String id) {
        return transitions.stream()
                .filter(alert -> alert.alertId().equals(id))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.get("items").spliterator(), false).toList();
    }

    private static long sum(JsonNode accounts, String name) {
        return items(accounts).stream()
                .mapToLong(item -> item.get(name).asLong())
                .sum();
    }
}
