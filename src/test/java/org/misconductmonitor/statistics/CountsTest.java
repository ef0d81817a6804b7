package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.reference.RandomStreams;
import org.misconductmonitor.reference.ReferenceStatistics;
import org.misconductmonitor.reference.ReferenceStatistics.Fact;

/** The published counts are held against a recount that puts every fact wherever it belongs. */
class CountsTest {
    private static final List<Dimension> BROKEN_DOWN =
            List.of(Dimension.FORCE, Dimension.GROUP, Dimension.CATEGORY, Dimension.OUTCOME);
    private static final List<Set<Dimension>> PUBLISHED = List.of(
            Set.of(),
            Set.of(Dimension.GROUP),
            Set.of(Dimension.GROUP, Dimension.CATEGORY),
            Set.of(Dimension.OUTCOME),
            Set.of(Dimension.FORCE),
            Set.of(Dimension.FORCE, Dimension.GROUP),
            Set.of(Dimension.FORCE, Dimension.GROUP, Dimension.CATEGORY),
            Set.of(Dimension.FORCE, Dimension.OUTCOME));

    @Test
    void shouldBeWhatARecountOfEveryFactGives() {
        long compared = 0;
        for (long seed = 0; seed < 150; seed++) {
            List<Event> events = RandomStreams.scenario(seed).events();
            Map<CountKey, Long> counts = new HashMap<>(counts(events));
            counts.keySet()
                    .removeIf(of ->
                            of.measure().equals("suspended") || of.measure().equals("hotlineReports"));
            Map<CountKey, Long> expected = recount(events);
            assertThat(counts).as("seed %d", seed).isEqualTo(expected);
            compared += expected.size();
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    @Test
    void shouldTellReportsOfTheYearAndWhoIsSuspendedAtItsEnd() {
        List<Event> events = events(
                "'eventType':'HOTLINE_REPORT','reportId':'r1','force':'north','at':'2013-01-01T00:00:00Z'",
                "'eventType':'HOTLINE_REPORT','reportId':'r2','at':'2013-02-01T00:00:00Z'",
                "'eventType':'MEASURE_STARTED','officerId':'o','measure':'SUSPENSION','at':'2013-05-01T00:00:00Z'",
                "'eventType':'MEASURE_STARTED','officerId':'p','measure':'RESTRICTION','at':'2013-05-01T00:00:00Z'",
                "'eventType':'MEASURE_ENDED','officerId':'o','measure':'SUSPENSION','at':'2014-05-01T00:00:00Z'");

        assertThat(counts(events))
                .isEqualTo(Map.of(
                        new CountKey("default", "hotlineReports", null, "2013", null, null, null), 2L,
                        new CountKey("default", "hotlineReports", "north", "2013", null, null, null), 1L,
                        new CountKey("default", "hotlineReports", "NOT_STATED", "2013", null, null, null), 1L,
                        new CountKey("default", "suspended", null, "2013", null, null, null), 1L,
                        new CountKey("default", "suspended", "NOT_STATED", "2013", null, null, null), 1L));
    }

    private static Map<CountKey, Long> counts(List<Event> events) {
        StatisticsLedger ledger = Golden.ledger(events);
        return Counts.of(query -> ledger.recount(query.asOf(ledger.latestStanding())));
    }

    private static List<Event> events(String... facts) {
        return IntStream.range(0, facts.length)
                .mapToObj(i -> EventJson.read(("{'eventId':'e" + i + "'," + facts[i] + "}").replace('\'', '"')))
                .toList();
    }

    private static Map<CountKey, Long> recount(Collection<Event> events) {
        Map<String, BiFunction<Fact, String, String>> measures = Map.of(
                "cases", (fact, tenant) -> joined(tenant, fact.text(Field.CASE_ID)),
                "allegations", (fact, tenant) -> joined(tenant, fact.event().allegationId()),
                "officerAllegations",
                        (fact, tenant) -> joined(officer(fact), fact.event().allegationId()),
                "officers", (fact, tenant) -> joined(officer(fact), ""));
        Map<CountKey, Set<String>> things = new HashMap<>();
        for (Fact fact : ReferenceStatistics.known(events, Instant.MAX)) {
            if (fact.event().type() == EventType.RECORDED) {
                String tenant = fact.event().tenantId();
                measures.forEach((measure, thing) -> PUBLISHED.forEach(dimensions -> {
                    String found = thing.apply(fact, tenant);
                    if (found != null) {
                        things.computeIfAbsent(key(measure, fact, dimensions), none -> new HashSet<>())
                                .add(found);
                    }
                }));
            }
        }
        Map<CountKey, Long> counts = new HashMap<>();
        things.forEach((of, found) -> counts.put(of, (long) found.size()));
        return counts;
    }

    private static CountKey key(String measure, Fact fact, Set<Dimension> dimensions) {
        List<String> values = Arrays.asList(BROKEN_DOWN.stream()
                .map(dimension -> dimensions.contains(dimension) ? SlowCounts.value(fact, dimension) : null)
                .toArray(String[]::new));
        String year = Integer.toString(fact.time().atZone(ZoneOffset.UTC).getYear());
        return new CountKey(
                fact.event().tenantId(), measure, values.get(0), year, values.get(2), values.get(1), values.get(3));
    }

    private static String officer(Fact fact) {
        return fact.subject().kind() == Subject.Kind.OFFICER ? fact.subject().id() : null;
    }

    private static String joined(String scope, String id) {
        return scope == null || id == null ? null : scope + " " + id;
    }
}
