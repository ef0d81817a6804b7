package org.misconductmonitor.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.backtest.Changes;
import org.misconductmonitor.backtest.MonthlyAlerts;
import org.misconductmonitor.backtest.RuleFigures;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** Rules are tried on the whole history, one set at a time, and nothing of it is kept but figures. */
@Timeout(60)
class RuleTrialsTest {
    private static final InstanceAddress HERE = new InstanceAddress("localhost", 1);
    private static final List<Event> EVENTS = List.of(
            recorded("a", 1, "2020-01-01", "north"),
            recorded("a", 2, "2020-02-01", "north"),
            recorded("a", 3, "2020-04-01", "north"),
            recorded("b", 1, "2020-01-01", "south"),
            recorded("b", 2, "2021-05-01", "south"));

    @Test
    void shouldCompareWithTheRulesInForce() {
        RuleTrial trial = run(question(at(2), at(3), null, null, null), 100);

        assertThat(trial.state()).isEqualTo(RuleTrial.State.DONE);
        assertThat(trial.progress()).isEqualTo(1);
        assertThat(trial.events()).isEqualTo(5);
        assertThat(trial.result().changes()).containsExactly(new Changes.Change("repeat", "RED", 2, 1, 0));
        assertThat(trial.result().tried().rules())
                .extracting(RuleFigures::alerts)
                .containsExactly(2);
        assertThat(trial.result().before().rules())
                .extracting(RuleFigures::alerts)
                .containsExactly(1);
        assertThat(trial.result().months())
                .extracting(MonthlyAlerts::alerts)
                .containsExactly(new TreeMap<>(Map.of(YearMonth.of(2020, 2), 1, YearMonth.of(2021, 5), 1)));
        assertThat(trial.result().monthsBefore())
                .extracting(MonthlyAlerts::alerts)
                .containsExactly(new TreeMap<>(Map.of(YearMonth.of(2020, 4), 1)));
    }

    @Test
    void shouldCountAlertsOfThePeriodByRulesThatKnowWhatWasBefore() {
        Instant from = Instant.parse("2021-01-01T00:00:00Z");
        BacktestResult part = run(question(at(2), RuleSet.NONE, from, null, null), 100)
                .result()
                .tried();
        BacktestResult whole = run(question(at(2), RuleSet.NONE, null, null, null), 100)
                .result()
                .tried();
        BacktestResult early = run(question(at(2), RuleSet.NONE, null, from, null), 100)
                .result()
                .tried();

        assertThat(part.alerts()).isEqualTo(1);
        assertThat(early.alerts()).isEqualTo(1);
        assertThat(whole.alerts()).isEqualTo(2);
        assertThat(part.officerYears()).isPositive().isLessThan(whole.officerYears());
        assertThat(part.officerYears() + early.officerYears()).isCloseTo(whole.officerYears(), offset(1e-6));
    }

    @Test
    void shouldLeaveOutWhatBecameKnownLater() {
        RuleTrial trial = run(question(at(2), RuleSet.NONE, null, null, Instant.parse("2020-12-31T00:00:00Z")), 100);

        assertThat(trial.result().tried().events()).isEqualTo(4);
        assertThat(trial.result().tried().alerts()).isEqualTo(1);
    }

    @Test
    void shouldLookAtNoEventThatMayNotBeSeen() {
        RuleTrial trial = new RuleTrial(
                "id",
                new TrialQuestion(
                        at(2), RuleSet.NONE, null, null, null, analyst("a", Limit.to(List.of("south"))), true));
        trial.run(history(EVENTS), 100);

        assertThat(trial.events()).isEqualTo(2);
        assertThat(trial.result().tried().officers()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAHistoryThatDoesNotFitIntoMemory() {
        RuleTrial trial = run(question(at(2), RuleSet.NONE, null, null, null), 4);

        assertThat(trial.state()).isEqualTo(RuleTrial.State.FAILED);
        assertThat(trial.failure()).contains("more than 4 events", "rules backtest --against topics");
        assertThat(trial.result()).isNull();
    }

    @Test
    void shouldSayThatTheHistoryCannotBeRead() {
        RuleTrial trial = new RuleTrial("id", question(at(2), RuleSet.NONE, null, null, null));
        trial.run(
                taker -> {
                    throw new IllegalStateException("secret");
                },
                100);

        assertThat(trial.state()).isEqualTo(RuleTrial.State.FAILED);
        assertThat(trial.failure()).contains("cannot be read").doesNotContain("secret");
    }

    @Test
    void shouldTellWhatCameOutToThoseWhoMaySeeAllOfItOnly() {
        RuleTrial north = new RuleTrial("id", question(analyst("ann", Limit.to(List.of("north"))), false));
        RuleTrial all = new RuleTrial("id", question(analyst("ann", Limit.ALL), false));
        RuleTrial covert = new RuleTrial("id", question(analyst("ann", Limit.ALL), true));

        assertThat(north.isOf(analyst("ann", Limit.NONE))).isTrue();
        assertThat(north.isOf(analyst("bob", Limit.ALL))).isFalse();
        assertThat(north.isWithin(analyst("bob", Limit.to(List.of("north", "south")))))
                .isTrue();
        assertThat(north.isWithin(analyst("bob", Limit.to(List.of("south"))))).isFalse();
        assertThat(north.isWithin(analyst("ann", Limit.NONE)))
                .as("the reach of who began it is smaller now")
                .isFalse();
        assertThat(all.isWithin(analyst("bob", Limit.to(List.of("north"))))).isFalse();
        assertThat(all.isWithin(analyst("bob", Limit.ALL))).isTrue();
        assertThat(covert.isWithin(analyst("bob", Limit.ALL))).isFalse();
        assertThat(covert.isWithin(Caller.LOCAL)).isTrue();
        Reach oneForce = new Reach(Limit.ALL, Limit.to(List.of("f")), Limit.NONE);
        assertThat(all.isWithin(new Caller("bob", Set.of(Role.ANALYST), oneForce)))
                .isFalse();
    }

    @Test
    void shouldSayInTheIdWhichInstanceRunsIt() {
        try (RuleTrials trials = new RuleTrials(null, history(EVENTS), () -> HERE)) {
            RuleTrial trial = trials.start(question(at(2), RuleSet.NONE, null, null, null));
            awaitOver(trial);

            assertThat(trials.elsewhere(trial.id())).isEmpty();
            assertThat(trial.id()).endsWith("." + HERE.tag()).doesNotContain("localhost");
            String other = new InstanceAddress("localhost", 2).tag();
            assertThat(trials.elsewhere("x." + other)).contains(other);
            assertThat(trials.elsewhere("none")).isEmpty();
        }
    }

    @Test
    void shouldForgetTheOldAndTooMany() {
        AtomicLong now = new AtomicLong();
        try (RuleTrials trials = new RuleTrials(null, history(EVENTS), 100, () -> HERE, now::get)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                RuleTrial trial = trials.start(question(at(2), RuleSet.NONE, null, null, null));
                awaitOver(trial);
                ids.add(trial.id());
            }
            assertThat(trials.get(ids.get(0))).isEmpty();
            assertThat(trials.get(ids.get(24))).isPresent();
            assertThat(ids.stream().filter(id -> trials.get(id).isPresent())).hasSizeLessThanOrEqualTo(20);

            now.addAndGet(RuleTrials.KEPT_NANOS + 1);
            assertThat(ids.stream().filter(id -> trials.get(id).isPresent())).isEmpty();
        }
    }

    @Test
    void shouldEndWhatGoesOnForTooLongOrWhenTheMonitorStops() throws Exception {
        AtomicLong now = new AtomicLong();
        ToIntFunction<Consumer<Event>> endless = taker -> {
            while (true) {
                EVENTS.forEach(event -> taker.accept(event.with(Map.of(Field.TENANT_ID, "elsewhere"))));
            }
        };
        RuleTrials trials = new RuleTrials(null, endless, 100, () -> HERE, now::get);
        TrialQuestion question = question(analyst("ann", Limit.to(List.of("north"))), false);
        RuleTrial first = trials.start(question);
        now.addAndGet(RuleTrials.KEPT_NANOS + 1);
        assertThatThrownBy(() -> trials.start(question)).isInstanceOf(UnavailableException.class);
        awaitOver(first);
        assertThat(first.state()).isEqualTo(RuleTrial.State.CANCELLED);

        RuleTrial second = trials.start(question);
        trials.close();
        assertThat(second.state()).isEqualTo(RuleTrial.State.CANCELLED);
    }

    @Test
    void shouldReadNothingIfItIsCancelledBeforeItBegins() {
        RuleTrial trial = new RuleTrial("x", question(at(2), RuleSet.NONE, null, null, null));
        List<String> read = new ArrayList<>();

        trial.cancel();
        trial.run(
                taker -> {
                    read.add("history");
                    return 0;
                },
                100);

        assertThat(trial.state()).isEqualTo(RuleTrial.State.CANCELLED);
        assertThat(read).isEmpty();
    }

    @Test
    void shouldTryOneAtATimeAndEndItWhenAsked() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (RuleTrials trials = new RuleTrials(
                null,
                taker -> {
                    reading.countDown();
                    await(goOn);
                    EVENTS.forEach(taker);
                    return 0;
                },
                () -> HERE)) {
            RuleTrial first = trials.start(question(at(2), RuleSet.NONE, null, null, null));
            assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(first.progress()).isZero();

            assertThatThrownBy(() -> trials.start(question(at(3), RuleSet.NONE, null, null, null)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("another back-test");
            trials.cancel(first);
            goOn.countDown();
            awaitOver(first);
            RuleTrial second = trials.start(question(at(3), RuleSet.NONE, null, null, null));
            awaitOver(second);

            assertThat(first.state()).isEqualTo(RuleTrial.State.CANCELLED);
            assertThat(second.state()).isEqualTo(RuleTrial.State.DONE);
            assertThat(trials.get(first.id())).containsSame(first);
            assertThat(trials.get("other")).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitOver(RuleTrial trial) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> trial.state()
                .isOver());
    }

    private static RuleTrial run(TrialQuestion question, int most) {
        RuleTrial trial = new RuleTrial("id", question);
        trial.run(history(EVENTS), most);
        return trial;
    }

    @Test
    void shouldPlayAsIfThereWereNoCovertEvents() {
        List<Event> marked = new ArrayList<>(EVENTS);
        marked.set(0, EVENTS.get(0).with(Map.of(Field.HANDLING, "COVERT")));
        RuleTrial without = new RuleTrial(
                "id", new TrialQuestion(at(2), RuleSet.NONE, null, null, null, analyst("a", Limit.ALL), false));
        RuleTrial with = new RuleTrial(
                "id", new TrialQuestion(at(2), RuleSet.NONE, null, null, null, analyst("a", Limit.ALL), true));
        without.run(history(marked), 100);
        with.run(history(marked), 100);

        assertThat(without.events()).isEqualTo(EVENTS.size() - 1);
        assertThat(with.events()).isEqualTo(EVENTS.size());
    }

    private static Caller analyst(String name, Limit tenants) {
        return new Caller(name, Set.of(Role.ANALYST), new Reach(tenants, Limit.ALL, Limit.NONE));
    }

    private static TrialQuestion question(Caller starter, boolean withCovert) {
        return new TrialQuestion(at(2), RuleSet.NONE, null, null, null, starter, withCovert);
    }

    private static TrialQuestion question(RuleSet tried, RuleSet before, Instant from, Instant to, Instant asOf) {
        return new TrialQuestion(tried, before, from, to, asOf, analyst("a", Limit.ALL), true);
    }

    private static ToIntFunction<Consumer<Event>> history(List<Event> events) {
        return taker -> {
            events.forEach(taker);
            return 0;
        };
    }

    private static RuleSet at(int threshold) {
        return RuleFiles.read(List.of(new RuleText("rules.yaml", """
                id: repeat
                title: Repeated
                kind: threshold
                window: P10Y
                levels: [ { level: RED, at: %d } ]
                """.formatted(threshold))))
                .rules();
    }

    private static Event recorded(String officer, int number, String day, String tenant) {
        return EventJson.read("""
                {"eventType":"RECORDED","eventId":"%1$s%2$d","officerId":"%1$s","caseId":"%1$sC%2$d","allegationId":"%1$sL%2$d","recordedAt":"%3$sT00:00:00Z","tenantId":"%4$s"}""".formatted(officer, number, day, tenant));
    }
}
