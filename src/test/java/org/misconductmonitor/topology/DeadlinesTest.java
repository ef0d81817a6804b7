package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.DefaultPack;

/** Deadlines on the running topology: when they are told, and when they are not. */
class DeadlinesTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final String REQUESTED = """
            {"eventType":"RESPONSE_REQUESTED","eventId":"q","tenantId":"T","officerId":"O","caseId":"C",\
            "at":"2026-02-28T00:00:00Z","dueAt":"%s"}""";
    private static final String RECEIVED = """
            {"eventType":"RESPONSE_RECEIVED","eventId":"r","tenantId":"T","officerId":"O","caseId":"C","at":"%s"}""";

    @TempDir
    private Path stateDir;

    private DrivenTopology topology;
    private int history;

    @BeforeEach
    void start() {
        start("first", START);
    }

    private void start(String directory, Instant now) {
        RuleSet rules = new RuleSet(DefaultPack.load().rules().rules().stream()
                .filter(rule -> rule.id().equals("unanswered-request"))
                .toList());
        topology = new DrivenTopology(rules, stateDir.resolve(directory), new InMemorySerdes(), 1000, 1, now);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void shouldTellADeadlineWhenItPassesThoughNothingArrives() {
        publish(REQUESTED.formatted("2026-03-15T00:00:00Z"));
        topology.advance(Duration.ofDays(14).minusSeconds(1));
        assertAlerts().isEmpty();

        topology.advance(Duration.ofSeconds(1));

        assertAlerts().containsExactly("RAISED AMBER 2026-03-15T00:00:00Z");
    }

    @Test
    void shouldTellTheNextLevelAndResolveBothWhenTheAnswerComesLate() {
        publish(REQUESTED.formatted("2026-03-15T00:00:00Z"));
        topology.advance(Duration.ofDays(20));
        topology.advance(Duration.ofDays(30));
        assertAlerts().containsExactly("RAISED AMBER 2026-03-15T00:00:00Z", "RAISED RED 2026-04-12T00:00:00Z");

        publish(RECEIVED.formatted("2026-04-15T00:00:00Z"));

        assertAlerts().containsExactly("RESOLVED AMBER 2026-03-15T00:00:00Z", "RESOLVED RED 2026-04-12T00:00:00Z");
    }

    @Test
    void shouldWithdrawWhatAnAnswerGivenInTimeButRecordedLateDisproves() {
        publish(REQUESTED.formatted("2026-03-15T00:00:00Z"));
        topology.advance(Duration.ofDays(20));
        assertAlerts().hasSize(1);

        publish(RECEIVED.formatted("2026-03-14T00:00:00Z"));

        assertAlerts().containsExactly("WITHDRAWN AMBER 2026-03-15T00:00:00Z");
    }

    @Test
    void shouldReadAnAnswerThatLiesInTheLogBeforeTheDeadlinePasses() {
        topology.close();
        start("a month later", START.plus(Duration.ofDays(30)));

        publish(REQUESTED.formatted("2026-03-15T00:00:00Z"), "2026-03-01T00:00:00Z");
        topology.advance(TaskClock.QUIET.minusSeconds(1));
        publish(RECEIVED.formatted("2026-03-10T00:00:00Z"), "2026-03-10T00:00:01Z");
        topology.advance(Duration.ofDays(30));

        assertAlerts().isEmpty();
    }

    @Test
    void shouldLetAHistoryThatIsLoadedLateSettle() {
        topology.advance(Duration.ofDays(30));

        publish(REQUESTED.formatted("2026-03-15T00:00:00Z"));
        topology.advance(DueTimes.SETTLING.minusSeconds(1));
        publish(RECEIVED.formatted("2026-03-10T00:00:00Z"));
        topology.advance(Duration.ofDays(30));

        assertAlerts().isEmpty();
    }

    @Test
    void shouldTellADeadlineThatHadPassedWhenItBecameKnown() {
        topology.advance(Duration.ofDays(90));

        publish(REQUESTED.formatted("2026-03-15T00:00:00Z"));
        topology.advance(DueTimes.SETTLING.plus(TaskClock.QUIET));

        assertAlerts().containsExactly("RAISED AMBER 2026-03-15T00:00:00Z", "RAISED RED 2026-04-12T00:00:00Z");
    }

    @Test
    void shouldNotTellOfASilenceWhileTheHistoryThatEndsItIsBeingPublished() {
        topology.advance(Duration.ofDays(30));
        historyComes(Duration.ofMinutes(5));

        publish(REQUESTED.formatted("2026-03-15T00:00:00Z"));
        historyComes(Patience.WITH_A_HISTORY.minusMinutes(10));
        publish(RECEIVED.formatted("2026-03-10T00:00:00Z"));
        topology.advance(Duration.ofDays(30));

        assertAlerts().isEmpty();
    }

    @Test
    void shouldNotLetAHistoryThatNeverEndsKeepDeadlinesBackForEver() {
        topology.advance(Duration.ofDays(30));
        historyComes(Duration.ofMinutes(5));

        publish(REQUESTED.formatted("2026-03-15T00:00:00Z"));
        historyComes(Patience.WITH_A_HISTORY.plusMinutes(1));

        assertAlerts().containsExactly("RAISED AMBER 2026-03-15T00:00:00Z");
    }

    /** Facts of others, of long ago, one every two seconds. */
    private void historyComes(Duration length) {
        Duration pause = Duration.ofSeconds(2);
        for (long left = length.dividedBy(pause); left > 0; left--) {
            publish("""
                    {"eventType":"CASE_OPENED","eventId":"h%d","tenantId":"T","officerId":"other","caseId":"H",\
                    "at":"2016-01-01T00:00:00Z"}""".formatted(history++));
            topology.advance(pause);
        }
    }

    private void publish(String json) {
        topology.publish(EventJson.read(json));
    }

    private void publish(String json, String ingestedAt) {
        topology.publish(EventJson.read(json), Instant.parse(ingestedAt));
    }

    private AbstractListAssert<?, ?, String, ObjectAssert<String>> assertAlerts() {
        return assertThat(topology.newAlerts().stream()
                        .filter(alert -> alert.notice().change() == Notice.Change.FACTS)
                        .toList())
                .extracting(alert -> alert.transition() + " " + alert.level() + " " + alert.firedAt());
    }
}
