package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

/** What reviewers do over HTTP, and what a running monitor answers. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class ActionsApiTest {
    private Site site;
    private ServedMonitor monitor;

    @BeforeAll
    void start(EmbeddedPlatform platform, @TempDir Path directory) {
        site = Site.create(platform, directory, Map.of("http.port", "0"));
        monitor = ServedMonitor.start(site.config(), ReviewStory.RULES);
    }

    @AfterAll
    void stop() {
        monitor.close();
    }

    @Test
    void shouldTakeEveryActionAndTellThemAll() {
        String id = raised("anna").get(0);
        List<String> steps = List.of(
                "'action':'ACKNOWLEDGE','owner':'R1'",
                "'action':'ASSIGN','owner':'R2'",
                "'action':'COMMENT','comment':'seen <b>twice</b>'",
                "'action':'START_REVIEW'",
                "'action':'PLAN_INTERVENTION'",
                "'action':'SNOOZE','until':'2090-01-01T00:00:00Z','reason':'on leave'",
                "'action':'CLOSE','outcome':'ACTION_TAKEN','reason':'spoke to them'",
                "'action':'REOPEN'",
                "'action':'ATTACH_STATEMENT','statement':'it was not me'");
        List<String> states = new ArrayList<>();
        int revision = 1;
        for (String step : steps) {
            ServedMonitor.Answer answer = act(id, "every-" + revision, revision, step);
            assertThat(answer.status()).as("%s: %s", step, answer.json()).isEqualTo(200);
            assertThat(answer.json().get("result").asText()).isEqualTo("APPLIED");
            assertThat(answer.json().get("alert").get("revision").asInt()).isEqualTo(revision + 1);
            states.add(answer.json().get("state").asText());
            revision = answer.json().get("revision").asInt();
        }

        assertThat(states)
                .containsExactly(
                        "ACKNOWLEDGED",
                        "ACKNOWLEDGED",
                        "ACKNOWLEDGED",
                        "UNDER_REVIEW",
                        "INTERVENTION_PENDING",
                        "SNOOZED",
                        "ACTION_TAKEN",
                        "UNDER_REVIEW",
                        "UNDER_REVIEW");
        JsonNode alert = monitor.get("/api/v1/alerts/" + id);
        assertThat(alert.get("owner").asText()).isEqualTo("R2");
        assertThat(alert.get("statement").asText()).isEqualTo("it was not me");
        List<JsonNode> done = monitor.all("/api/v1/alerts/" + id + "/actions?limit=4");
        assertThat(done)
                .extracting(item -> item.get("action").asText())
                .containsExactly(
                        "ATTACH_STATEMENT",
                        "REOPEN",
                        "CLOSE",
                        "SNOOZE",
                        "PLAN_INTERVENTION",
                        "START_REVIEW",
                        "COMMENT",
                        "ASSIGN",
                        "ACKNOWLEDGE");
        assertThat(done)
                .allSatisfy(item -> assertThat(item.get("actor").asText()).isEqualTo("local"));
        assertThat(done.get(3).get("until").asText()).isEqualTo("2090-01-01T00:00:00Z");
        assertThat(done.get(2).get("reason").asText()).isEqualTo("spoke to them");
        assertThat(done.get(6).get("comment").asText()).isEqualTo("seen <b>twice</b>");
        assertThat(done.get(7).get("owner").asText()).isEqualTo("R2");
    }

    @Test
    void shouldRefuseWhatWasDecidedOnAnOldRevisionAndSayWhoChangedIt() {
        String id = raised("bert").get(0);
        assertThat(act(id, "first", 1, "'action':'ACKNOWLEDGE'").status()).isEqualTo(200);

        ServedMonitor.Answer late = act(id, "second", 1, "'action':'CLOSE','outcome':'FALSE_POSITIVE','reason':'x'");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("type").asText()).isEqualTo("urn:misconduct-monitor:problem:conflict");
        assertThat(late.json().get("revision").asInt()).isEqualTo(2);
        assertThat(late.json().get("state").asText()).isEqualTo("ACKNOWLEDGED");
        JsonNode change = late.json().get("changes").get(0);
        assertThat(change.get("action").asText()).isEqualTo("ACKNOWLEDGE");
        assertThat(change.get("actor").asText()).isEqualTo("local");
        assertThat(late.json().get("changes")).hasSize(1);

        assertThat(act(id, "words", 1, "'action':'COMMENT','comment':'late, but only words'")
                        .status())
                .isEqualTo(200);
        ServedMonitor.Answer again = act(id, "third", 3, "'action':'ACKNOWLEDGE'");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("type").asText()).isEqualTo("urn:misconduct-monitor:problem:not-possible");
    }

    @Test
    void shouldChangeNothingWhenTheSameIsSentAgain() {
        String id = raised("carl").get(0);
        JsonNode first = act(id, "same", 1, "'action':'ACKNOWLEDGE'").json();
        JsonNode second = act(id, "same", 1, "'action':'ACKNOWLEDGE'").json();

        assertThat(first.get("result").asText()).isEqualTo("APPLIED");
        assertThat(second.get("result").asText()).isEqualTo("DUPLICATE");
        assertThat(second.get("revision")).isEqualTo(first.get("revision"));
        assertThat(monitor.get("/api/v1/alerts/" + id + "/actions").get("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void shouldNameWhatIsMissingOrWrong() {
        String id = raised("dora").get(0);

        assertThat(wrong(act(id, "a", 1, "'action':'CLOSE'"))).containsExactly("outcome", "reason");
        assertThat(wrong(act(id, "a", 1, "'action':'CLOSE','outcome':'NEW','reason':'x'")))
                .containsExactly("outcome");
        assertThat(wrong(act(id, "a", 1, "'action':'CLOSE','outcome':'ACTION_TAKEN','reason':' '")))
                .containsExactly("reason");
        assertThat(wrong(act(id, "a", 1, "'action':'SNOOZE','reason':'x','until':'2001-01-01T00:00:00Z'")))
                .containsExactly("until");
        assertThat(wrong(act(id, "a", 1, "'action':'ASSIGN'"))).containsExactly("owner");
        assertThat(wrong(act(id, "a", 1, "'action':'ASSIGN','owner':'R','who':'R'")))
                .containsExactly("who");
        assertThat(wrong(post(id, "{'action':'ACKNOWLEDGE'}"))).containsExactlyInAnyOrder("actionId", "revision");
        assertThat(wrong(post(id, "{'actionId':'a','revision':0}"))).containsExactlyInAnyOrder("action", "revision");
        assertThat(wrong(monitor.post(
                        "/api/v1/alerts/actions",
                        "{'action':'ACKNOWLEDGE','items':[{'alertId':'x','actionId':'a','revision':1},"
                                + "{'alertId':'x','actionId':'b'}]}")))
                .containsExactlyInAnyOrder("items[1].revision", "items[1].alertId");
        assertThat(wrong(monitor.post("/api/v1/alerts/actions", "{'action':'ACKNOWLEDGE','items':[]}")))
                .containsExactly("items");

        assertThat(post(id, "{'action'").status()).isEqualTo(400);
        assertThat(post(id, "[]").status()).isEqualTo(400);
        assertThat(act("nobody", "a", 1, "'action':'ACKNOWLEDGE'").status()).isEqualTo(404);
        assertThat(monitor.send("/api/v1/alerts/nobody/actions").statusCode()).isEqualTo(404);
        assertThat(monitor.get("/api/v1/alerts/" + id).get("revision").asInt()).isEqualTo(1);
    }

    @Test
    void shouldDoTheSameWithSeveralEachByItself() {
        List<String> ids = raised("bulk-a", "bulk-b", "bulk-c");
        act(ids.get(1), "before", 1, "'action':'ACKNOWLEDGE'");
        String items = IntStream.range(0, 3)
                .mapToObj(i -> "{'alertId':'%s','actionId':'bulk','revision':1}".formatted(ids.get(i)))
                .collect(Collectors.joining(","));
        ServedMonitor.Answer answer = monitor.post(
                "/api/v1/alerts/actions",
                "{'action':'ACKNOWLEDGE','owner':'R9','items':[%s,{'alertId':'nobody','actionId':'b','revision':1}]}"
                        .formatted(items));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(items(answer.json()))
                .extracting(item ->
                        item.get("result").asText() + " " + item.path("refusal").asText() + " " + item.path("revision"))
                .containsExactly("APPLIED  2", "REFUSED CONFLICT 2", "APPLIED  2", "REFUSED UNKNOWN_ALERT ");
        monitor.await("/api/v1/alerts?owner=R9", list -> list.get("total").asInt() == 2);
    }

    @Test
    void shouldAnswerEachOfThoseWhoActAtOnce() {
        List<String> ids =
                raised(IntStream.range(0, 12).mapToObj(i -> "many-" + i).toArray(String[]::new));
        List<CompletableFuture<ServedMonitor.Answer>> answers = ids.stream()
                .map(id -> CompletableFuture.supplyAsync(
                        () -> act(id, "at-once", 1, "'action':'ASSIGN','owner':'" + id.substring(0, 8) + "'")))
                .toList();

        for (int i = 0; i < ids.size(); i++) {
            JsonNode json = answers.get(i).join().json();
            assertThat(json.path("alertId").asText()).as(json.toString()).isEqualTo(ids.get(i));
            assertThat(json.get("alert").get("owner").asText())
                    .isEqualTo(ids.get(i).substring(0, 8));
        }
    }

    @Test
    void shouldListByWhereTheReviewIs() {
        List<String> ids = raised("list-a", "list-b", "list-c", "list-d");
        act(ids.get(0), "1", 1, "'action':'ACKNOWLEDGE','owner':'L1'");
        act(ids.get(1), "1", 1, "'action':'CLOSE','outcome':'NO_ACTION_NEEDED','reason':'x'");
        act(ids.get(2), "1", 1, "'action':'SNOOZE','until':'2089-01-01T00:00:00Z','reason':'x'");

        assertThat(officers("state=ACKNOWLEDGED")).containsExactly("list-a");
        assertThat(officers("state=ACKNOWLEDGED&state=SNOOZED")).containsExactlyInAnyOrder("list-a", "list-c");
        assertThat(officers("owner=L1")).containsExactly("list-a");
        assertThat(officers("open=true")).containsExactlyInAnyOrder("list-a", "list-c", "list-d");
        assertThat(officers("open=false")).containsExactly("list-b");
        assertThat(officers("overdue=true")).isEmpty();
        // Due in five working days, in decades, and never.
        assertThat(officers("sort=due")).startsWith("list-d", "list-c").hasSize(4);
    }

    @Test
    void shouldActOnAlertsAboutNoOfficer() {
        publish(of("unit-1", 1, "2024-01-01", ",'unit':'u7'"), of("unit-2", 1, "2024-02-01", ",'unit':'u7'"));
        JsonNode alert = items(monitor.await(
                        "/api/v1/alerts?rule=cluster", list -> list.get("total").asInt() == 1))
                .get(0);
        assertThat(alert.get("subjectKind").asText()).isEqualTo("UNIT");

        ServedMonitor.Answer answer = act(alert.get("alertId").asText(), "unit", 1, "'action':'ACKNOWLEDGE'");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        assertThat(answer.json().get("state").asText()).isEqualTo("ACKNOWLEDGED");
    }

    private List<String> officers(String query) {
        return items(monitor.get("/api/v1/alerts?text=list-&" + query)).stream()
                .map(alert -> alert.get("officerId").asText())
                .toList();
    }

    private ServedMonitor.Answer act(String alertId, String actionId, int revision, String words) {
        return post(alertId, "{'actionId':'%s','revision':%d,%s}".formatted(actionId, revision, words));
    }

    private ServedMonitor.Answer post(String alertId, String json) {
        return monitor.post("/api/v1/alerts/" + alertId + "/actions", json);
    }

    private static List<String> wrong(ServedMonitor.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(422);
        return StreamSupport.stream(answer.json().get("errors").spliterator(), false)
                .map(error -> error.get("parameter").asText())
                .toList();
    }

    /** An alert about each. */
    private List<String> raised(String... officers) {
        publish(Stream.of(officers)
                .flatMap(officer -> Stream.of(of(officer, 1, "2020-01-01", ""), of(officer, 2, "2020-06-01", "")))
                .toArray(Event[]::new));
        return Stream.of(officers)
                .map(officer -> monitor.await(
                                "/api/v1/alerts?officer=" + officer,
                                list -> list.get("total").asInt() == 1)
                        .get("items")
                        .get(0)
                        .get("alertId")
                        .asText())
                .toList();
    }

    private void publish(Event... events) {
        site.publish(List.of(events));
        RunningMonitor.awaitProcessed(site, Duration.ofSeconds(60));
    }

    private static Event of(String officer, int number, String day, String more) {
        return EventJson.read(
                "{'eventType':'RECORDED','eventId':'%1$s-%2$d','officerId':'%1$s','caseId':'%1$s-C%2$d','allegationId':'%1$s-L%2$d','group':'SEXUAL','recordedAt':'%3$sT00:00:00Z'%4$s}"
                        .formatted(officer, number, day, more)
                        .replace('\'', '"'));
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.get("items").spliterator(), false).toList();
    }
}
