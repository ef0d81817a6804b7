package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;

/**
 * Two tenants, three forces, two instances: whatever is asked for, of whichever instance, nobody is told anything of a
 * tenant or force that is not theirs. Every id says whose it is.
 */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class HttpReachTest {
    private static final LoadedRules RULES = RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml")));
    private static final Limit NORTH = Limit.to(List.of("north"));
    private static final Limit SOUTH = Limit.to(List.of("south"));
    private static final List<String> OFFICERS = List.of("anna", "cora", "sam", "ines", "nora");

    private final HttpClient client = HttpClient.newHttpClient();
    private TokenClient callers;
    private ServedMonitor first;
    private ServedMonitor second;
    private final Set<String> alerts = new TreeSet<>();

    @BeforeAll
    void start(EmbeddedPlatform platform, @TempDir Path directory) {
        callers = new TokenClient(directory.resolve("tokens"));
        callers.add("all", Role.AUDITOR, Reach.EVERYTHING);
        callers.add("north", Role.REVIEWER, new Reach(NORTH, Limit.ALL, Limit.NONE));
        callers.add("south", Role.REVIEWER, new Reach(SOUTH, Limit.ALL, Limit.NONE));
        callers.add("coast", Role.REVIEWER, new Reach(NORTH, Limit.to(List.of("Coast")), Limit.NONE));
        callers.add("nothing", Role.AUDITOR, Reach.NOTHING);
        callers.add("feed", Role.PUBLISHER, new Reach(Limit.NONE, Limit.NONE, Limit.to(List.of("hr"))));
        callers.add("guest", Role.REVIEWER, Reach.EVERYTHING);
        callers.add("south-viewer", Role.VIEWER, new Reach(SOUTH, Limit.ALL, Limit.NONE));
        Site site = Site.create(
                platform,
                directory,
                Map.of(
                        "http.port", "0",
                        "num.stream.threads", "1",
                        "http.requests.per.second", "100000",
                        "http.auth.token.file", callers.file().toString()));
        first = ServedMonitor.start(site.config(), RULES);
        second = ServedMonitor.start(
                site.configWith(
                        Map.of("state.dir", directory.resolve("elsewhere").toString())),
                RULES);
        site.publish(List.of(
                recorded("anna", 1, "north", "North"),
                recorded("anna", 2, "north", "North"),
                recorded("cora", 1, "north", "North"),
                recorded("cora", 2, "north", "Coast"),
                recorded("nora", 1, "north", null),
                recorded("sam", 1, "south", "South"),
                recorded("sam", 2, "south", "South"),
                recorded("dora", 1, "north", "North"),
                recorded("dora", 2, "south", "South"),
                // No allegation and so no alert: facts of two tenants in one record.
                moved("JOINED", "ines", "north", "North"),
                moved("POSTED", "ines", "south", "South")));
        RunningMonitor.awaitProcessed(site, Duration.ofSeconds(90));
        for (ServedMonitor monitor : List.of(first, second)) {
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> total(monitor, "all") == 9);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> ask(monitor, "all", "/api/v1/statistics/cases").statusCode() == 200);
        }
        json(first, "all", "/api/v1/alerts?limit=200")
                .get("items")
                .forEach(alert -> alerts.add(alert.get("alertId").asText()));
    }

    @AfterAll
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void shouldTellNobodyAnythingOfOthersWhateverIsAskedFor() {
        Map<String, List<String>> foreign = Map.of(
                "south", List.of("north", "North", "Coast", "anna", "cora", "nora"),
                "south-viewer", List.of("north", "North", "Coast", "anna", "cora", "nora"),
                "north", List.of("south", "South", "sam"),
                "coast", List.of("south", "South", "sam", "North", "anna", "nora-1"),
                "nothing", List.of("south", "South", "north", "North", "Coast", "sam-1", "anna-1"));
        Map<String, Integer> answered = new LinkedHashMap<>();
        for (ServedMonitor monitor : List.of(first, second)) {
            for (String target : targets()) {
                foreign.forEach((who, words) -> {
                    HttpResponse<String> answer = ask(monitor, who, target);
                    assertThat(answer.statusCode()).as("%s: %s", who, target).isIn(200, 403, 404);
                    // What is asked for need not be told again, but nothing of it may be.
                    String told = answer.body();
                    for (String word : words) {
                        assertThat(told).as("%s: %s", who, target).doesNotContain(word);
                    }
                    answered.merge(who + " " + answer.statusCode(), 1, Integer::sum);
                });
            }
        }
        assertThat(answered).containsKeys("south 200", "south 404", "south 403", "coast 200", "nothing 404");
    }

    @Test
    void shouldShowEachTheirOwn() {
        for (ServedMonitor monitor : List.of(first, second)) {
            assertThat(total(monitor, "north")).isEqualTo(6);
            assertThat(total(monitor, "south")).isEqualTo(3);
            assertThat(total(monitor, "coast")).isEqualTo(1);
            assertThat(total(monitor, "nothing")).isZero();
            assertThat(facts(monitor, "all", "ines")).isEqualTo(2);
            assertThat(facts(monitor, "north", "ines")).isEqualTo(1);
            assertThat(facts(monitor, "south", "ines")).isEqualTo(1);
            assertThat(facts(monitor, "coast", "cora")).isEqualTo(1);
            assertThat(facts(monitor, "north", "nora")).isEqualTo(1);
            assertThat(ask(monitor, "coast", "/api/v1/officers/nora").statusCode())
                    .isEqualTo(404);
            assertThat(ask(monitor, "south", "/api/v1/officers/anna").body())
                    .as("as of one that nobody knows")
                    .isEqualTo(ask(monitor, "south", "/api/v1/officers/unknown").body());
        }
    }

    @Test
    void shouldWithholdEvidenceOfOtherForces() {
        JsonNode alert = json(first, "coast", "/api/v1/alerts").get("items").get(0);

        assertThat(alert.get("officerId").asText()).isEqualTo("cora");
        assertThat(alert.get("evidence")).hasSize(1);
        assertThat(alert.get("withheldEvidence").asInt()).isEqualTo(1);
        assertThat(alert.get("explanation").asText()).contains("withheld");
        JsonNode explained =
                json(first, "coast", "/api/v1/alerts/" + alert.get("alertId").asText() + "/explanation");
        assertThat(explained.has("clearedWithoutAnyOf")).isFalse();
    }

    @Test
    void shouldWithholdEvidenceOfOtherTenants() {
        JsonNode alert =
                json(first, "south", "/api/v1/alerts?officer=dora").get("items").get(0);

        assertThat(alert.get("count").asInt()).isEqualTo(2);
        assertThat(alert.get("evidence")).hasSize(1);
        assertThat(alert.get("evidence").get(0).get("force").asText()).isEqualTo("South");
        assertThat(alert.get("withheldEvidence").asInt()).isEqualTo(1);
        assertThat(alert.get("explanation").asText()).contains("withheld");
    }

    @Test
    void shouldNotLeadToOthersBySortingFilteringOrPaging() {
        for (String filter : List.of("tenant=north", "officer=anna", "force=North", "text=ann", "text=north")) {
            assertThat(json(first, "south", "/api/v1/alerts?" + filter)
                            .get("total")
                            .asInt())
                    .as(filter)
                    .isZero();
        }
        assertThat(json(first, "coast", "/api/v1/alerts?force=North")
                        .get("total")
                        .asInt())
                .isZero();
        JsonNode part = json(first, "south", "/api/v1/alerts?limit=1");
        JsonNode rest = json(
                first,
                "south",
                "/api/v1/alerts?limit=1&cursor=" + part.get("next").asText());
        assertThat(rest.get("items")).hasSize(1);
        JsonNode last = json(
                first,
                "south",
                "/api/v1/alerts?limit=1&cursor=" + rest.get("next").asText());
        assertThat(last.has("next")).isFalse();
        assertThat(last.get("items")).hasSize(1);
    }

    @Test
    void shouldCountOnlyTheirOwn() {
        String target = "/api/v1/statistics/cases?by=year";
        assertThat(count(json(first, "all", target))).isEqualTo("9");
        assertThat(count(json(first, "north", target))).isEqualTo("6");
        assertThat(count(json(first, "south", target))).isEqualTo("3");
        assertThat(count(json(first, "coast", target))).isEqualTo("1");
        assertThat(count(json(first, "nothing", target))).isEqualTo("0");
        assertThat(count(json(first, "south-viewer", target + "&suppress=false")))
                .isEqualTo("*");
    }

    @Test
    void shouldAccountToPublishersForTheirOwn() {
        JsonNode all = json(first, "all", "/api/v1/system/accounts").get("items");
        assertThat(all).isNotEmpty();
        assertThat(all.findValuesAsText("publisher")).contains("psd", "hr");

        assertThat(json(first, "feed", "/api/v1/system/accounts").get("items").findValuesAsText("publisher"))
                .containsOnly("hr");
        assertThat(json(first, "nothing", "/api/v1/system/accounts").get("items"))
                .isEmpty();
        assertThat(json(first, "nothing", "/api/v1/system/dead-letters")
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void shouldFollowOnlyTheirOwn() throws Exception {
        List<ServedMonitor.Event> all =
                first.follow("/api/v1/alerts/stream?after=0:0", 9, "Authorization", callers.credential("all"));
        List<ServedMonitor.Event> south =
                second.follow("/api/v1/alerts/stream?after=0:0", 4, "Authorization", callers.credential("south"));
        assertThat(all).hasSize(9);
        assertThat(south)
                .extracting(event -> event.data().get("officerId").asText())
                .containsExactlyInAnyOrder("sam", "sam", "sam", "dora");
    }

    @Test
    void shouldEndStreamsOfTokensThatAreTakenAway() throws Exception {
        HttpResponse<Stream<String>> stream = client.send(
                request(first, "guest", "/api/v1/alerts/stream")
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        CompletableFuture<Long> ended =
                CompletableFuture.supplyAsync(() -> stream.body().count());

        callers.remove("guest");

        assertThat(ended.get(60, TimeUnit.SECONDS)).isPositive();
    }

    private List<String> targets() {
        List<String> targets = new ArrayList<>();
        json(first, "all", "/openapi.json").get("paths").properties().forEach(path -> {
            if (path.getValue().path("get").has("x-permission")
                    && !path.getKey().endsWith("/stream")) {
                targets.addAll(filled(path.getKey()));
            }
        });
        assertThat(targets).hasSizeGreaterThan(40);
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
            return Stream.of("cases", "workforce", "discipline", "officer-allegations")
                    .map(id -> path.replace("{tableId}", id))
                    .toList();
        }
        return List.of(path.replace("{ruleId}", "every-allegation").replaceAll("\\{[^}]*}", "none"));
    }

    private static String count(JsonNode statistics) {
        JsonNode total = statistics.get("table").get("total");
        return total.get(total.size() - 1).asText();
    }

    private int total(ServedMonitor monitor, String who) {
        return json(monitor, who, "/api/v1/alerts").get("total").asInt();
    }

    private int facts(ServedMonitor monitor, String who, String officer) {
        return json(monitor, who, "/api/v1/officers/" + officer).get("facts").asInt();
    }

    private JsonNode json(ServedMonitor monitor, String who, String target) {
        return callers.json(monitor, who, target);
    }

    private HttpResponse<String> ask(ServedMonitor monitor, String who, String target) {
        return callers.ask(monitor, who, target);
    }

    private HttpRequest.Builder request(ServedMonitor monitor, String who, String target) {
        return HttpRequest.newBuilder(URI.create(monitor.service().url().orElseThrow() + target.substring(1)))
                .header("Authorization", callers.credential(who));
    }

    private static Event recorded(String officer, int number, String tenant, String force) {
        String ids = "%s-%d".formatted(officer, number);
        return event("RECORDED", officer, number, tenant, force, "recordedAt", """
                ,"caseId":"case-%1$s","allegationId":"allegation-%1$s","group":"SEXUAL","publisherId":"psd"
                """.formatted(ids));
    }

    private static Event moved(String type, String officer, String tenant, String force) {
        return event(type, officer, 1, tenant, force, "at", ",\"publisherId\":\"hr\"");
    }

    private static Event event(
            String type, String officer, int number, String tenant, String force, String time, String more) {
        return EventJson.read("""
                {"eventType":"%s","eventId":"%s-%s-%d","officerId":"%s","tenantId":"%s","%s":"2020-0%d-01T00:00:00Z"%s%s}""".formatted(
                        type,
                        officer,
                        tenant,
                        number,
                        officer,
                        tenant,
                        time,
                        1 + number,
                        force == null ? "" : ",\"force\":\"" + force + "\"",
                        more));
    }
}
