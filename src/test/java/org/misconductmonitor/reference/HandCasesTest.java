package org.misconductmonitor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.misconductmonitor.reference.Facts.event;
import static org.misconductmonitor.reference.Facts.everyAllegation;
import static org.misconductmonitor.reference.Facts.recorded;
import static org.misconductmonitor.reference.Facts.rule;
import static org.misconductmonitor.reference.Facts.threshold;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.RuleSet;

/** Threshold semantics S1-S7 by hand: one small stream for each way of getting them wrong. */
class HandCasesTest {
    /** An alert is written: officer, level, count, allegations in alphabetical order. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void shouldRaiseExactlyTheseAlerts(String name, List<Event> events, RuleSet rules, List<String> alerts) {
        assertThat(Reference.standing(events, rules).stream().map(HandCasesTest::brief))
                .isEqualTo(alerts);
    }

    static Stream<Arguments> shouldRaiseExactlyTheseAlerts() {
        Filter groupOrCode = new Filter.Any(
                List.of(new Filter.In(Field.CATEGORY, Set.of("A")), new Filter.In(Field.GROUP, Set.of("GC"))));
        return Stream.of(
                arguments("exactly one window old is outside", days(0, 1, 365), year(3), none()),
                arguments("one day less is inside", days(0, 1, 364), year(3), List.of("x 0 3 a1a2a3")),
                arguments("one second less is inside", secondLate(days(0, 1, 365)), year(3), List.of("x 0 3 a1a2a3")),
                arguments("a repeated allegation counts once", copies(0, 1, 2), year(3), none()),
                arguments("it stays while a copy is inside", copies(0, 10, 12), window(5, 2), List.of("x 0 2 pq")),
                arguments("no second alert in an episode", week(), year(3), List.of("x 0 3 a1a2a3")),
                arguments("the next level fires once", week(), year(3, 5), List.of("x 0 3 a1a2a3", "x 1 5 a1a2a3a4a5")),
                arguments(
                        "re-arms after the window emptied",
                        days(0, 1, 100, 101),
                        window(10, 2),
                        List.of("x 0 2 a1a2", "x 0 2 a3a4")),
                arguments("rolling on does not re-arm", days(0, 1, 9, 10, 18), window(10, 2), List.of("x 0 2 a1a2")),
                arguments(
                        "sinking between levels does not re-arm, the higher level is not repeated",
                        days(0, 1, 2, 10, 11, 12, 13),
                        window(10, 2, 4),
                        List.of("x 0 2 a1a2", "x 1 4 a4a5a6a7")),
                arguments("officers are separate", twoOfficers(), year(3), none()),
                arguments(
                        "category or group",
                        categories("A", "B", "A", "C"),
                        new RuleSet(List.of(rule("r", groupOrCode, threshold(CountingKey.ALLEGATIONS, "P365D", 3)))),
                        List.of("x 0 3 a1a3a4")),
                arguments("other kinds of events are ignored", withFinalised(), year(3), none()),
                arguments(
                        "the same instant: by eventId, one at a time",
                        List.of(recorded("2", "x", 0), recorded("1", "x", 0), recorded("3", "x", 0)),
                        year(2, 3),
                        List.of("x 0 2 a1a2", "x 1 3 a1a2a3")),
                arguments("level 1 needs one", days(0, 5, 50), window(10, 1), List.of("x 0 1 a1", "x 0 1 a3")));
    }

    private static String brief(StandingAlert alert) {
        String allegations = alert.evidence().stream()
                .map(ReferenceEvidence::allegationId)
                .distinct()
                .sorted()
                .collect(Collectors.joining());
        return alert.subjectId() + " " + alert.levelIndex() + " " + alert.count() + " " + allegations;
    }

    private static List<String> none() {
        return List.of();
    }

    private static RuleSet year(int... levels) {
        return window(365, levels);
    }

    private static RuleSet window(int days, int... levels) {
        return everyAllegation("P" + days + "D", levels);
    }

    private static List<Event> days(int... days) {
        return IntStream.range(0, days.length)
                .mapToObj(i -> recorded("" + (i + 1), "x", days[i]))
                .toList();
    }

    private static List<Event> week() {
        return days(1, 2, 3, 4, 5, 6, 7);
    }

    private static List<Event> secondLate(List<Event> events) {
        Event first = events.get(0);
        Event late = first.with(Map.of(Field.RECORDED_AT, first.at().plus(Duration.ofSeconds(1))));
        return Stream.concat(Stream.of(late), events.stream().skip(1)).toList();
    }

    private static List<Event> copies(int first, int second, int other) {
        return List.of(
                recorded("1", "x", first, Field.ALLEGATION_ID, "p"),
                recorded("2", "x", second, Field.ALLEGATION_ID, "p"),
                recorded("3", "x", other, Field.ALLEGATION_ID, "q"));
    }

    private static List<Event> twoOfficers() {
        return List.of(recorded("1", "x", 0), recorded("2", "y", 0), recorded("3", "x", 1), recorded("4", "y", 1));
    }

    private static List<Event> categories(String... categories) {
        List<String> all = Arrays.asList(categories);
        return IntStream.range(0, all.size())
                .mapToObj(
                        i -> recorded("" + (i + 1), "x", i, Field.CATEGORY, all.get(i), Field.GROUP, "G" + all.get(i)))
                .toList();
    }

    private static List<Event> withFinalised() {
        return List.of(
                recorded("1", "x", 0),
                event(EventType.FINALISED, "2", "x", Facts.day(0), Field.ALLEGATION_ID, "a2"),
                recorded("3", "x", 1));
    }
}
