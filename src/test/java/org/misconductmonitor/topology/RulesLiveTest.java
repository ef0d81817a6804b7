package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.reference.Agreement;
import org.misconductmonitor.reference.RandomStreams;
import org.misconductmonitor.reference.Reference;
import org.misconductmonitor.reference.Standing;
import org.misconductmonitor.reference.StandingAlert;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.rule.WorkingCalendar;
import org.misconductmonitor.rule.file.Calendars;
import org.misconductmonitor.rule.file.DefaultPack;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.PublishedRules;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** Rules change while events arrive: what stands is what a fresh start with the new rules would make of the same log. */
class RulesLiveTest {
    private static final Duration SETTLED =
            DueTimes.SETTLING.plus(TaskClock.QUIET).plusSeconds(1);
    private static final String OTHER_LEVELS = "(level: \\w+, at:) [0-9]+";
    private static final String TWO_OF_ANYTHING = """
            id: two-of-anything
            title: Two allegations
            kind: threshold
            count: allegations
            window: P365D
            levels: [{ level: AMBER, at: 2 }]
            """;

    @TempDir
    private Path stateDir;

    static LongStream seeds() {
        return Agreement.seeds(25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldLeaveStandingWhatAFreshStartWouldRaise(long seed) {
        Random random = new Random(seed);
        List<RuleDocument> pool = pool();
        Map<String, Rule> inForce = new TreeMap<>();
        pool.stream()
                .filter(document -> random.nextBoolean())
                .forEach(document -> inForce.put(document.rule().id(), document.rule()));
        Map<String, Alert> standing = new HashMap<>();
        List<Event> fed = new ArrayList<>();
        try (DrivenTopology topology =
                new DrivenTopology(new RuleSet(List.copyOf(inForce.values())), stateDir, new InMemorySerdes(), 10)) {
            for (Event event : events(seed)) {
                topology.publish(event);
                fed.add(event);
                if (random.nextInt(4) == 0) {
                    RuleVersion change = change(pool.get(random.nextInt(pool.size())), random);
                    topology.publish(change);
                    take(change, inForce);
                }
                topology.advance(SETTLED);
                topology.newAlerts().forEach(alert -> standing.put(alert.alertId(), alert));
                RuleSet rules = new RuleSet(List.copyOf(inForce.values()));
                assertThat(sorted(Standing.of(standing.values())))
                        .as("seed %d after %s", seed, event)
                        .isEqualTo(sorted(Reference.standing(fed, rules, topology.now())));
                assertThat(standing.values()).filteredOn(Alert::stands).allMatch(alert -> alert.rule()
                        .version()
                        .equals(inForce.get(alert.rule().id()).version()));
            }
        }
    }

    @Test
    void shouldKeepTheLastGoodVersionWhenABadOneComes() {
        try (DrivenTopology topology = new DrivenTopology(RuleSet.NONE, stateDir, new InMemorySerdes(), 10)) {
            topology.publish(PublishedRules.of(document(TWO_OF_ANYTHING), null, DrivenTopology.START, null));
            topology.publish(new RuleVersion(
                    "two-of-anything",
                    "0",
                    RuleVersion.Status.LIVE,
                    TWO_OF_ANYTHING.replace("window: P365D", "windwo: P365D"),
                    null,
                    DrivenTopology.START,
                    null));
            topology.publish(new RuleVersion(
                    "two-of-anything",
                    "of another release",
                    RuleVersion.Status.LIVE,
                    TWO_OF_ANYTHING,
                    null,
                    DrivenTopology.START,
                    null));
            events(1).forEach(topology::publish);

            assertThat(topology.newDeadLetters()).hasSize(2).allMatch(letter -> DeadLetters.text(
                            letter.headers(), DeadLetters.REASON)
                    .equals("INVALID_RULE"));
            assertThat(topology.newAlerts())
                    .isNotEmpty()
                    .allMatch(alert -> alert.rule().id().equals("two-of-anything"));
        }
    }

    @Test
    void shouldCountItsOwnWorkingDaysInRulesOfAnalystsWithAnotherCalendar() {
        String yaml = """
                id: no-answer
                title: No answer
                kind: absence
                on: RESPONSE_REQUESTED
                then: { on: RESPONSE_RECEIVED }
                levels: [{ level: AMBER, after: 1 working day }]
                """;
        WorkingCalendar ours = new WorkingCalendar(Set.of(LocalDate.of(2024, 6, 10)));
        try (DrivenTopology topology =
                new DrivenTopology(RuleSet.NONE, ours, stateDir, new InMemorySerdes(), 10, 1, DrivenTopology.START)) {
            topology.publish(PublishedRules.of(document(yaml), null, DrivenTopology.START, null));
            topology.publish(EventBuilder.of(Map.of(
                    Field.EVENT_ID, "e",
                    Field.EVENT_TYPE, "RESPONSE_REQUESTED",
                    Field.OFFICER_ID, "o",
                    Field.CASE_ID, "c",
                    Field.AT, Instant.parse("2024-06-07T09:00:00Z"))));
            topology.advance(SETTLED);

            assertThat(topology.newDeadLetters()).isEmpty();
            assertThat(topology.newAlerts())
                    .extracting(Alert::firedAt)
                    .containsExactly(Instant.parse("2024-06-12T00:00:00Z"));
        }
    }

    @Test
    void shouldJudgeTenantsByRulesThatArePublishedAndRetired() {
        RuleDocument team = DefaultPack.load().documents().stream()
                .filter(document -> document.rule().id().equals("team-cluster"))
                .findFirst()
                .orElseThrow();
        try (DrivenTopology topology = new DrivenTopology(RuleSet.NONE, stateDir, new InMemorySerdes(), 10)) {
            for (int officer = 1; officer <= 3; officer++) {
                topology.publish(EventBuilder.of(Map.of(
                        Field.EVENT_ID,
                        "e" + officer,
                        Field.EVENT_TYPE,
                        "RECORDED",
                        Field.OFFICER_ID,
                        "o" + officer,
                        Field.CASE_ID,
                        "c" + officer,
                        Field.ALLEGATION_ID,
                        "a" + officer,
                        Field.CATEGORY,
                        "J",
                        Field.UNIT,
                        "u",
                        Field.GROUP,
                        "SEXUAL",
                        Field.RECORDED_AT,
                        Instant.parse("2024-06-07T09:00:00Z"))));
            }
            topology.advance(SETTLED);
            assertThat(topology.newDeadLetters()).isEmpty();
            assertThat(topology.newAlerts()).isEmpty();

            topology.publish(PublishedRules.of(team, null, DrivenTopology.START, null));
            topology.advance(SETTLED);
            topology.advance(SETTLED);
            assertThat(topology.newAlerts()).extracting(Alert::transition).containsExactly(Alert.Transition.RAISED);

            topology.publish(new RuleVersion(
                    team.rule().id(),
                    team.rule().version(),
                    RuleVersion.Status.RETIRED,
                    "",
                    null,
                    DrivenTopology.START,
                    null));
            topology.advance(SETTLED);
            assertThat(topology.newAlerts()).extracting(Alert::transition).containsExactly(Alert.Transition.WITHDRAWN);
        }
    }

    private static List<Event> events(long seed) {
        return RandomStreams.scenario(seed).events().stream()
                .flatMap(event -> DrivenTopology.publishable(event).stream())
                .filter(event -> EventCheck.check(event, DrivenTopology.START).isEmpty())
                .toList();
    }

    private static RuleVersion change(RuleDocument document, Random random) {
        Instant now = DrivenTopology.START;
        return switch (random.nextInt(3)) {
            case 0 ->
                new RuleVersion(
                        document.rule().id(),
                        document.rule().version(),
                        RuleVersion.Status.RETIRED,
                        "",
                        null,
                        now,
                        null);
            case 1 -> PublishedRules.of(document, "analyst", now, null);
            default ->
                PublishedRules.of(
                        document(document.yaml().replaceAll(OTHER_LEVELS, "$1 1")), "analyst", now, "stricter");
        };
    }

    private static void take(RuleVersion change, Map<String, Rule> inForce) {
        if (change.isRetired()) {
            inForce.remove(change.ruleId());
        } else {
            inForce.put(change.ruleId(), PublishedRules.read(change.ruleId(), change.yaml(), Calendars.shipped()));
        }
    }

    /** Rules of several kinds, those with one level only where their levels are made equal. */
    private static List<RuleDocument> pool() {
        LoadedRules own = RuleFiles.load(List.of(Path.of("src/test/resources/rules")));
        return Stream.of(own, DefaultPack.load())
                .flatMap(loaded -> loaded.documents().stream())
                .filter(document -> document.rule().condition().kind().equals("absence")
                        || document.yaml().split(OTHER_LEVELS).length == 2)
                .toList();
    }

    private static RuleDocument document(String yaml) {
        return RuleFiles.read(List.of(new RuleText("test", yaml))).documents().get(0);
    }

    private static List<StandingAlert> sorted(List<StandingAlert> alerts) {
        return alerts.stream().sorted(StandingAlert.ORDER).toList();
    }
}
