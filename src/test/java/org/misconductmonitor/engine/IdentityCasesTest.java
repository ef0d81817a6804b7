package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.reference.Reference;
import org.misconductmonitor.reference.StandingAlert;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;

/** Whose fact it is, by hand: the engine in every order and the reference say the same, and it is what people expect. */
class IdentityCasesTest {
    private static final Instant DAY_0 = Instant.parse("2017-07-14T00:00:00Z");

    private final Event seen = recorded("1", "number", 10);
    private final Event own = recorded("2", "x", 20);

    @Test
    void shouldGiveTheOfficerWhatWasSaidOfTheAlias() {
        assertThat(counted(seen, own)).isEqualTo("number:1 x:2");
        assertThat(counted(seen, own, linked("8", "x", "number", 30))).isEqualTo("x:1,2");
        assertThat(counted(seen, own, event(EventType.ALIAS_LINKED, "8", "number", 30, Field.TO_OFFICER_ID, "x")))
                .isEqualTo("x:1,2");
    }

    @Test
    void shouldGoByWhenItHappened() {
        Event before = linked("7", "y", "number", 40, Field.ENDS_AT, day(5));
        Event after = linked("8", "x", "number", 30, Field.STARTS_AT, day(5));
        Event told = recorded("3", "number", 50, Field.OCCURRED_AT, day(5).minusSeconds(1));

        assertThat(counted(seen, told, before, after)).isEqualTo("x:1 y:3");
        assertThat(counted(recorded("3", "number", 50, Field.OCCURRED_AT, day(5)), before, after))
                .isEqualTo("x:3");
    }

    @Test
    void shouldNotTearAnAllegationApart() {
        Event early = linked("8", "x", "number", 30, Field.ENDS_AT, day(11));
        Event late = linked("9", "y", "number", 30, Field.STARTS_AT, day(11));
        Event withdrawn = event(EventType.WITHDRAWN, "4", "number", 60, Field.ALLEGATION_ID, "a1");

        assertThat(counted(seen, early, late)).isEqualTo("x:1");
        assertThat(counted(seen, early, late, withdrawn)).isEmpty();
    }

    @Test
    void shouldTakeBackWhatWasSplitUntilItIsLinkedAgain() {
        Event link = linked("7", "x", "number", 30);
        Event split = event(EventType.ALIAS_SPLIT, "8", "x", 40, Field.ALIAS, "number");

        assertThat(counted(seen, link, split)).isEqualTo("number:1");
        assertThat(counted(seen, link, split, linked("9", "x", "number", 50))).isEqualTo("x:1");
        assertThat(counted(seen, link, event(EventType.ALIAS_SPLIT, "8", "y", 40, Field.ALIAS, "number")))
                .isEqualTo("x:1");
    }

    @Test
    void shouldFollowTheLatestOfSeveralLinks() {
        Event first = linked("6", "x", "number", 30);
        Event second = linked("7", "y", "number", 40);
        Event split = event(EventType.ALIAS_SPLIT, "8", "y", 50, Field.ALIAS, "number");

        assertThat(counted(seen, first, second)).isEqualTo("y:1");
        assertThat(counted(seen, first, second, split)).isEqualTo("x:1");
    }

    @Test
    void shouldLinkTheAliasOfAnAlias() {
        assertThat(counted(seen, linked("7", "x", "staff", 30), linked("8", "staff", "number", 40)))
                .isEqualTo("x:1");
        assertThat(counted(seen, linked("7", "x", "staff", 40), linked("8", "staff", "number", 30)))
                .isEqualTo("x:1");
    }

    @Test
    void shouldNotHoldTheEarliestLinkOfACircle() {
        Event there = linked("7", "x", "number", 30);
        Event back = linked("8", "number", "x", 40);
        Event round = linked("9", "y", "x", 50);

        assertThat(counted(seen, own, there, back)).isEqualTo("number:1,2");
        assertThat(counted(seen, own, recorded("3", "y", 21), linked("6", "number", "y", 20), there, round))
                .isEqualTo("y:1,2,3");
        assertThat(counted(seen, linked("7", "number", "number", 30))).isEqualTo("number:1");
    }

    @Test
    void shouldCorrectALinkByAnotherEvenOfAnotherOfficer() {
        Event wrong = linked("7", "x", "number", 30);
        Event right = linked("8", "y", "number", 20, Field.SUPERSEDES, "7");

        assertThat(counted(seen, wrong, right)).isEqualTo("y:1");
        assertThat(counted(seen, linked("7", "x", "number", 30, Field.RECORD_STATE, "DRAFT")))
                .isEqualTo("number:1");
        assertThat(counted(seen, wrong, linked("7", "x", "other", 30, Field.REVISION, 2)))
                .isEqualTo("number:1");
    }

    @Test
    void shouldTakeAReassignmentUnderAnAliasForOneUnderTheOfficer() {
        Event link = linked("7", "x", "number", 30);
        Event moved =
                event(EventType.REASSIGNED, "8", "number", 35, Field.ALLEGATION_ID, "a2", Field.TO_OFFICER_ID, "y");
        Event toAlias =
                event(EventType.REASSIGNED, "9", "y", 36, Field.ALLEGATION_ID, "a5", Field.TO_OFFICER_ID, "number");

        assertThat(counted(seen, own, link, moved)).isEqualTo("x:1 y:2");
        assertThat(counted(recorded("5", "y", 5), link, toAlias)).isEqualTo("x:5");
    }

    @Test
    void shouldCountAFactPublishedAgainUnderTheOfficerOnce() {
        Event again = recorded("1", "x", 12, Field.REVISION, 2, Field.ALLEGATION_ID, "a1");

        assertThat(counted(seen, again, linked("7", "x", "number", 30))).isEqualTo("x:1");
    }

    @Test
    void shouldComeToRestInAChainWithoutEnd() {
        List<Event> events = new ArrayList<>(List.of(recorded("1", "k0", 1)));
        for (int i = 0; i < 3 * Aliases.MOST_LINKS; i++) {
            events.add(linked("l" + i, "k" + (i + 1), "k" + i, 100 + i));
        }

        Collections.shuffle(events, new Random(1));
        assertThat(byEngine(events)).isEqualTo("k" + Aliases.MOST_LINKS + ":1");
    }

    @Test
    void shouldNameTheSameAlertAsIfPublishedUnderTheOfficer() {
        Population linked = new Population(RULES);
        List.of(seen, linked("7", "x", "number", 30)).forEach(event -> linked.accept(event, Instant.EPOCH));
        Population direct = new Population(RULES);
        direct.accept(recorded("1", "x", 10), Instant.EPOCH);

        assertThat(linked.standing())
                .extracting(Alert::alertId)
                .isEqualTo(direct.standing().stream().map(Alert::alertId).toList());
        assertThat(linked.standing())
                .extracting(Alert::explanation)
                .isEqualTo(direct.standing().stream().map(Alert::explanation).toList());
    }

    private static final RuleSet RULES = new RuleSet(List.of(new Rule(
            "r",
            "1",
            "Any",
            null,
            Rule.Status.LIVE,
            null,
            null,
            null,
            null,
            Filter.EVERYTHING,
            new Threshold(
                    Set.of(EventType.RECORDED),
                    CountingKey.ALLEGATIONS,
                    Window.parse("P3650D"),
                    TimeBasis.RECORDED_AT,
                    null,
                    List.of(new Level("L1", 1), new Level("L2", 2), new Level("L3", 3)),
                    new Rearm.BelowLowest()))));

    private static Instant day(long day) {
        return DAY_0.plus(Duration.ofDays(day));
    }

    private static Event recorded(String id, String officer, long day, Object... more) {
        return event(EventType.RECORDED, id, officer, day, more);
    }

    private static Event linked(String id, String officer, String alias, long day, Object... more) {
        Event event = event(EventType.ALIAS_LINKED, id, officer, day, more);
        return event.with(Map.of(Field.ALIAS, alias));
    }

    private static Event event(EventType type, String id, String officer, long day, Object... more) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_TYPE, type.name());
        fields.put(Field.EVENT_ID, id);
        fields.put(Field.OFFICER_ID, officer);
        fields.put(type == EventType.RECORDED ? Field.RECORDED_AT : Field.AT, day(day));
        if (type == EventType.RECORDED) {
            fields.put(Field.ALLEGATION_ID, "a" + id);
        }
        for (int i = 0; i < more.length; i += 2) {
            fields.put((Field) more[i], more[i + 1]);
        }
        return EventBuilder.of(fields);
    }

    /** The evidence of each one's highest alert, after the engine has agreed with the reference in several orders. */
    private static String counted(Event... received) {
        List<Event> events = new ArrayList<>(List.of(received));
        String expected = words(Reference.standing(events, RULES).stream()
                .collect(Collectors.toMap(
                        StandingAlert::subjectId,
                        alert -> alert.evidence().stream()
                                .map(fact -> fact.eventId())
                                .collect(Collectors.joining(",")),
                        (a, b) -> b,
                        TreeMap::new)));
        for (int seed = 0; seed < 20; seed++) {
            assertThat(byEngine(events)).as("order %s", events).isEqualTo(expected);
            Collections.shuffle(events, new Random(seed));
        }
        return expected;
    }

    private static String byEngine(List<Event> events) {
        Population population = new Population(RULES);
        events.forEach(event -> population.accept(event, Instant.EPOCH));
        return words(population.standing().stream()
                .collect(Collectors.toMap(
                        alert -> alert.subject().id(),
                        alert -> alert.evidence().stream()
                                .map(fact -> fact.eventId())
                                .collect(Collectors.joining(",")),
                        (a, b) -> b,
                        TreeMap::new)));
    }

    private static String words(Map<String, String> evidence) {
        return evidence.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
