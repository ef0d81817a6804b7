package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.reference.RandomStreams;

/** The ledger is held against slow counts over random streams, as of random dates. {@code -Dledger.seed=N} runs one. */
class LedgerAgreementTest {
    private static final List<Measure> MEASURES = List.of(
            Measure.CASES,
            Measure.ALLEGATIONS,
            Measure.OFFICER_ALLEGATIONS,
            Measure.OFFICERS,
            Measure.DECISIONS,
            Measure.MEDIAN_DAYS_TO_DECISION,
            Measure.REOPENED,
            Measure.CONVICTED,
            Measure.DATABASE_HITS,
            Measure.OPEN_OFFICER_ALLEGATIONS,
            Measure.OPEN_CASES);
    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.OUTCOME,
            Dimension.GROUP,
            Dimension.CATEGORY,
            Dimension.FORCE,
            Dimension.UNIT,
            Dimension.TENANT,
            Dimension.DISCIPLINE,
            Dimension.SEVERITY,
            Dimension.OFFICER);

    @Test
    void shouldCountAsIfAllWasKnownAtOnceWhateverTheOrder() {
        Long only = Long.getLong("ledger.seed");
        (only == null ? LongStream.range(0, 400) : LongStream.of(only)).forEach(seed -> {
            Random random = new Random(seed);
            List<Event> events = RandomStreams.scenario(seed).events();
            StatisticsLedger ledger = Golden.ledger(events);
            for (int i = 0; i < 12; i++) {
                assertAgrees(seed, ledger, events, query(random, events));
            }
            List<Event> again = new ArrayList<>(events);
            again.addAll(events);
            Collections.shuffle(again, random);
            StatisticsLedger shuffled = Golden.ledger(again);
            Query query = query(random, events);
            assertThat(shuffled.answer(query)).as("seed %d", seed).isEqualTo(ledger.answer(query));
        });
    }

    @Test
    void shouldCountTheSameWhileFactsArriveBetweenQueries() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Event> events = RandomStreams.scenario(seed).events();
            StatisticsLedger ledger = new StatisticsLedger();
            for (int known = 1; known <= events.size(); known++) {
                ledger.accept(events.get(known - 1));
                List<Event> sofar = events.subList(0, known);
                assertAgrees(seed, ledger, sofar, query(random, sofar));
            }
        }
    }

    private static void assertAgrees(long seed, StatisticsLedger ledger, List<Event> events, Query query) {
        Table table = ledger.answer(query);
        assertThat(numbers(table))
                .as("seed %d, %s", seed, query)
                .isEqualTo(new SlowCounts(events, query).numbers(table.periods()));
    }

    private static Query query(Random random, List<Event> events) {
        Measure measure = of(random, MEASURES);
        Query query = Query.of(measure, time(random, events)).per(of(random, List.of(Period.YEAR, Period.MONTH)));
        if (random.nextInt(4) > 0) {
            // A case has one face, its first fact; which one that is, is shown by hand.
            query = measure == Measure.OPEN_CASES
                    ? query.by(Dimension.TENANT)
                    : query.by(of(random, DIMENSIONS), of(random, DIMENSIONS));
        }
        if (random.nextInt(3) == 0) {
            query = query.between(random.nextBoolean() ? time(random, events) : null, time(random, events));
            query = query.from() != null && !query.from().isBefore(query.to())
                    ? query.between(null, query.to())
                    : query;
        }
        if (random.nextInt(3) == 0) {
            query = query.where(Dimension.TENANT, random.nextBoolean() ? "default" : "t2");
        }
        return query;
    }

    private static Instant time(Random random, List<Event> events) {
        Instant time = of(random, events).at();
        return random.nextBoolean()
                ? time
                : time.plusSeconds(random.nextInt(5) * 86_400L - 86_400).plusNanos(1);
    }

    private static <T> T of(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Map<String, Double> numbers(Table table) {
        Map<String, Double> numbers = new TreeMap<>();
        List<Line> lines = new ArrayList<>(table.lines());
        lines.add(table.total());
        for (Line line : lines) {
            for (int column = 0; column <= table.periods().size(); column++) {
                boolean last = column == table.periods().size();
                Cell cell = last ? line.total() : line.cells().get(column);
                if (cell.value() != null && cell.value() != 0) {
                    numbers.put(
                            line.group() + " " + (last ? "" : table.periods().get(column)), cell.value());
                }
            }
        }
        return numbers;
    }
}
