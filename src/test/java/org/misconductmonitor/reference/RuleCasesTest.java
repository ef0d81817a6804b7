package org.misconductmonitor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.misconductmonitor.reference.Facts.day;
import static org.misconductmonitor.reference.Facts.event;
import static org.misconductmonitor.reference.Facts.recorded;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;

/** Re-arming, validity, time and outcomes by hand. */
class RuleCasesTest {
    private static final Filter SUSTAINED = new Filter.In(Field.FINDING, Set.of("SUSTAINED"));

    @Test
    void shouldFireAgainAfterQuietTimeWhateverTheCount() {
        assertThat(fired(rearm(new Rearm.After(Duration.ofDays(5)), 2), days(0, 1, 5, 6, 7)))
                .isEqualTo("0@2 0@4");
    }

    @Test
    void shouldNotFireAgainBeforeQuietTimeEvenBelowTheLowestLevel() {
        assertThat(fired(rearm(new Rearm.After(Duration.ofDays(50)), 2), days(0, 1, 20, 21, 60)))
                .isEqualTo("0@2");
    }

    @Test
    void shouldFireOnceForEver() {
        assertThat(fired(rearm(new Rearm.Never(), 1, 2), days(0, 20, 21, 50, 51)))
                .isEqualTo("0@1 1@3");
    }

    @Test
    void shouldFireHighestLevelAgainForNewCase() {
        List<Event> events = List.of(
                recorded("1", "x", 0, Field.CASE_ID, "c1"),
                recorded("2", "x", 1, Field.CASE_ID, "c1"),
                recorded("3", "x", 2, Field.CASE_ID, "c1"),
                recorded("4", "x", 3, Field.CASE_ID, "c2"),
                recorded("5", "x", 4));

        assertThat(fired(rearm(new Rearm.OnNewCase(), 1, 2), events)).isEqualTo("0@1 1@2 1@4");
    }

    @Test
    void shouldNotFireOutsideItsValidityButCountThere() {
        Rule rule = Rules.with(rearm(new Rearm.BelowLowest(), 2, 3), day(2), day(4));

        assertThat(fired(rule, days(0, 1, 2, 3, 4))).isEqualTo("0@3 1@3");
        assertThat(fired(rule, days(0, 4, 5))).isEmpty();
    }

    @Test
    void shouldShowTheOutcomeKnownAtTheFiringTime() {
        List<Event> events = List.of(recorded("1", "x", 1), finalised("2", 1, "SUSTAINED"), finalised("3", 2, "NONE"));

        assertThat(outcomes(rearm(new Rearm.Never(), 1), events)).containsExactly("SUSTAINED");
    }

    @Test
    void shouldShowTheLatestOutcomeWhereTheRuleAsksForOne() {
        List<Event> events = List.of(
                recorded("1", "x", 1), finalised("2", 3, "NONE"), reopened("3", 4), finalised("4", 5, "SUSTAINED"));

        assertThat(outcomes(Rules.with(rearm(new Rearm.Never(), 1), SUSTAINED), events))
                .containsExactly("SUSTAINED");
    }

    @Test
    void shouldShowItsOwnFindingOfFinalisedFactThatNamesNeitherAllegationNorCase() {
        Event alone = event(EventType.FINALISED, "2", "x", day(2), Field.SOURCE, "s", Field.FINDING, "SUSTAINED");

        assertThat(outcomes(onFinalised(CountingKey.SOURCES), List.of(alone))).containsExactly("SUSTAINED");
    }

    @Test
    void shouldForgetTheFindingWhenReopened() {
        Event sustained = recorded("1", "x", 5, Field.FINDING, "SUSTAINED");
        List<Event> events = List.of(sustained, finalised("2", 3, "SUSTAINED"), reopened("3", 4));

        assertThat(outcomes(rearm(new Rearm.Never(), 1), events)).containsExactly((String) null);
        assertThat(fired(Rules.with(rearm(new Rearm.Never(), 1), SUSTAINED), events))
                .isEmpty();
    }

    @Test
    void shouldReadFieldsOfTheAllegationFromItsFinalisedFactButNotTimes() {
        List<Event> events = List.of(
                recorded("1", "x", 1, Field.CATEGORY, "A"),
                event(EventType.AMENDED, "2", "x", day(2), Field.ALLEGATION_ID, "a1", Field.CATEGORY, "B"),
                finalised("3", 9, "SUSTAINED"));

        Rule rule = Rules.with(onFinalised(), new Filter.In(Field.CATEGORY, Set.of("B")));
        assertThat(fired(rule, events)).isEqualTo("0@3");
        assertThat(Reference.standing(events, new RuleSet(List.of(rule))).get(0).firedAt())
                .isEqualTo(day(9));
    }

    @Test
    void shouldNotCountFinalisedFactOfWithdrawnAllegationThatCallsItselfFinal() {
        Event finalised =
                event(EventType.FINALISED, "2", "x", day(2), Field.ALLEGATION_ID, "a1", Field.RECORD_STATE, "FINAL");
        Event withdrawn = event(EventType.WITHDRAWN, "3", "x", day(1), Field.ALLEGATION_ID, "a1");

        assertThat(fired(onFinalised(), List.of(finalised))).isEqualTo("0@2");
        assertThat(fired(onFinalised(), List.of(finalised, withdrawn))).isEmpty();
    }

    @Test
    void shouldForgetDisciplineThatLaterFindingDoesNotCarry() {
        Rule disciplined = Rules.with(rearm(new Rearm.Never(), 1), new Filter.Exists(Field.DISCIPLINE));
        Event hard =
                event(EventType.FINALISED, "2", "x", day(2), Field.ALLEGATION_ID, "a1", Field.DISCIPLINE, "REPRIMAND");

        assertThat(fired(disciplined, List.of(recorded("1", "x", 1), hard))).isEqualTo("0@1");
        assertThat(fired(disciplined, List.of(recorded("1", "x", 1), hard, finalised("3", 3, "NONE"))))
                .isEmpty();
    }

    private static Event finalised(String id, long day, String finding) {
        return event(EventType.FINALISED, id, "x", day(day), Field.ALLEGATION_ID, "a1", Field.FINDING, finding);
    }

    private static Event reopened(String id, long day) {
        return event(EventType.REOPENED, id, "x", day(day), Field.ALLEGATION_ID, "a1");
    }

    private static List<Event> days(int... days) {
        return Stream.iterate(0, i -> i < days.length, i -> i + 1)
                .map(i -> recorded("" + (i + 1), "x", days[i]))
                .toList();
    }

    private static Rule rearm(Rearm rearm, int... levels) {
        return rule(EventType.RECORDED, CountingKey.ALLEGATIONS, rearm, levels);
    }

    private static Rule onFinalised() {
        return onFinalised(CountingKey.ALLEGATIONS);
    }

    private static Rule onFinalised(CountingKey count) {
        return rule(EventType.FINALISED, count, new Rearm.Never(), 1);
    }

    private static Rule rule(EventType on, CountingKey count, Rearm rearm, int... levels) {
        return Facts.rule(
                "r",
                Filter.EVERYTHING,
                new Threshold(
                        Set.of(on),
                        count,
                        Window.parse("P10D"),
                        TimeBasis.RECORDED_AT,
                        null,
                        Facts.levels(levels),
                        rearm));
    }

    /** Each alert as level and trigger. */
    private static String fired(Rule rule, List<Event> events) {
        return Reference.standing(events, new RuleSet(List.of(rule))).stream()
                .map(alert -> alert.levelIndex() + "@" + alert.triggerEventId())
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> outcomes(Rule rule, List<Event> events) {
        return Reference.standing(events, new RuleSet(List.of(rule))).stream()
                .flatMap(alert -> alert.evidence().stream())
                .map(ReferenceEvidence::outcome);
    }
}
