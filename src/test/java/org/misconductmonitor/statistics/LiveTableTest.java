package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.reference.RandomStreams;

/** Counts that are kept up to date are those counted anew, after every single fact. {@code -Dlive.seed=N} runs one. */
class LiveTableTest {
    private static final List<Measure> MEASURES = Arrays.stream(Measure.values())
            .filter(measure -> LiveTable.canTell(Query.of(measure, Instant.EPOCH)))
            .toList();
    private static final List<Dimension> DIMENSIONS = Arrays.stream(Dimension.values())
            .filter(dimension ->
                    LiveTable.canTell(Query.of(Measure.CASES, Instant.EPOCH).by(dimension)))
            .toList();

    @Test
    void shouldCountAsIfCountedAnewAfterEveryFact() {
        Long only = Long.getLong("live.seed");
        int erasures = 0;
        int links = 0;
        for (long seed : only == null ? LongStream.range(0, 150).toArray() : new long[] {only}) {
            Random random = new Random(seed);
            List<Event> events = new ArrayList<>(RandomStreams.scenario(seed).events());
            if (random.nextBoolean()) {
                Collections.shuffle(events, random);
            }
            List<Query> asked = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                asked.add(query(random, events));
            }
            StatisticsLedger ledger = new StatisticsLedger();
            for (Event event : events) {
                erasures += event.type() == EventType.ERASED ? 1 : 0;
                links += event.type() == EventType.ALIAS_LINKED ? 1 : 0;
                ledger.accept(event);
                Query query = asked.get(random.nextInt(asked.size()))
                        .asOf(
                                random.nextBoolean()
                                        ? ledger.latest()
                                        : ledger.latest().plusSeconds(random.nextInt(100_000_000)));
                assertThat(ledger.keepsCountOf(query)).isTrue();
                assertThat(ledger.answer(query))
                        .as("seed %d after %s", seed, event)
                        .isEqualTo(ledger.recount(query));
            }
        }
        assertThat(erasures).isPositive();
        assertThat(links).isPositive();
    }

    @Test
    void shouldTellTheShippedStoryHoweverItArrives() throws IOException {
        List<Event> events = new ArrayList<>(Golden.events());
        Collections.shuffle(events, new Random(5));
        StatisticsLedger ledger = new StatisticsLedger();
        List<Query> published = Catalogue.tables().stream()
                .map(PublishedTable::question)
                .filter(LiveTable::canTell)
                .toList();
        assertThat(published).hasSizeGreaterThan(12);
        published.forEach(query -> ledger.answer(query.asOf(Instant.MAX)));

        for (int from = 0; from < events.size(); from += 500) {
            events.subList(from, Math.min(events.size(), from + 500)).forEach(ledger::accept);
            for (Query question : published) {
                Query query = question.asOf(ledger.latest());
                assertThat(ledger.answer(query)).as("%s", query).isEqualTo(ledger.recount(query));
            }
        }
    }

    @Test
    void shouldNotKeepCountOfWhatDependsOnFactsElsewhereOrOnTheTimeOfLooking() {
        Query cases = Query.of(Measure.CASES, Instant.EPOCH);
        assertThat(List.of(
                        cases.by(Dimension.REVIEWED_IN),
                        cases.where(Dimension.PER_OFFICER, "2"),
                        Query.of(Measure.OPEN_CASES, Instant.EPOCH),
                        Query.of(Measure.MEDIAN_DAYS_TO_DECISION, Instant.EPOCH),
                        Query.of(Measure.HOTLINE_REPORTS, Instant.EPOCH).by(Dimension.REPORT_OUTCOME),
                        cases.in(Scale.PERCENT_OF_TOTAL)))
                .noneMatch(LiveTable::canTell);
    }

    @Test
    void shouldGiveUpTablesThatNobodyAsksForAndCountThemAnewWhenSomebodyDoes() {
        StatisticsLedger ledger = new StatisticsLedger();
        Query cases = Query.of(Measure.CASES, Instant.MAX).per(Period.YEAR);
        assertThat(ledger.answer(cases).value()).isZero();
        for (int i = 0; i < 3_000; i++) {
            ledger.accept(recorded(i));
            if (i % 50 == 0) {
                ledger.settle();
            }
        }
        assertThat(ledger.answer(cases).value()).isEqualTo(3_000);
        for (int i = 0; i < 40; i++) {
            assertThat(ledger.answer(cases.where(Dimension.FORCE, "f" + i)).value())
                    .isZero();
        }
        ledger.accept(recorded(3_000));
        assertThat(ledger.answer(cases).value()).isEqualTo(3_001);
    }

    private static Event recorded(int number) {
        return EventJson.read("""
                {"eventType":"RECORDED","eventId":"e%1$d","officerId":"o%1$d","caseId":"c%1$d","allegationId":"a%1$d","group":"SEXUAL","recordedAt":"2020-01-01T00:00:00Z"}""".formatted(number));
    }

    private static Query query(Random random, List<Event> events) {
        Query query = Query.of(MEASURES.get(random.nextInt(MEASURES.size())), Instant.EPOCH)
                .per(List.of(Period.NONE, Period.YEAR, Period.MONTH).get(random.nextInt(3)));
        if (random.nextInt(4) > 0) {
            query = query.by(
                    DIMENSIONS.get(random.nextInt(DIMENSIONS.size())),
                    DIMENSIONS.get(random.nextInt(DIMENSIONS.size())));
        }
        if (random.nextInt(3) == 0) {
            Instant one = events.get(random.nextInt(events.size())).at();
            Instant other = events.get(random.nextInt(events.size())).at();
            query = one.isBefore(other) ? query.between(one, other) : query.between(null, one);
        }
        if (random.nextInt(4) == 0) {
            query = query.where(Dimension.TENANT, random.nextBoolean() ? "default" : "t2");
        }
        return query;
    }
}
