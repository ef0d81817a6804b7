package org.misconductmonitor.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.engine.CovertFacts;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.reference.RandomStreams;
import org.misconductmonitor.statistics.Measure;
import org.misconductmonitor.statistics.Period;
import org.misconductmonitor.statistics.Query;
import org.misconductmonitor.statistics.Table;

class SharedLedgerTest {
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final Query CASES = Query.of(Measure.CASES, Instant.EPOCH).per(Period.YEAR);

    private final SharedLedger ledger = new SharedLedger();

    @Test
    void shouldAnswerAsOfTheLatestFactUnlessAskedForAnotherTime() {
        assertThat(ledger.answer(CASES, null, true).value()).isZero();
        ledger.take(List.of(recorded(1, "2021-01-01"), recorded(2, "2020-01-01")));

        Table latest = ledger.answer(CASES, null, true);

        assertThat(latest.query().asOf()).isEqualTo("2021-01-01T00:00:00Z");
        assertThat(latest.value()).isEqualTo(2);
        assertThat(ledger.answer(CASES, Instant.parse("2020-06-01T00:00:00Z"), true)
                        .value())
                .isEqualTo(1);
    }

    @Test
    void shouldAnswerAgainWithoutCountingUntilAFactChangesSomething() {
        ledger.take(List.of(recorded(1, "2020-01-01")));
        Table first = ledger.answer(CASES, LATER, true);

        ledger.take(List.of(recorded(1, "2020-01-01")));
        assertThat(ledger.answer(CASES, LATER, true)).isSameAs(first);
        assertThat(ledger.answer(CASES.per(Period.MONTH), LATER, true)).isNotEqualTo(first);

        ledger.take(List.of(recorded(2, "2020-01-01")));
        assertThat(ledger.answer(CASES, LATER, true).value()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldAnswerAsIfThereWereNoCovertFactsWheneverTheyCome(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>(RandomStreams.scenario(seed).events().stream()
                .map(event -> random.nextInt(3) == 0
                        ? event.with(Map.of(Field.HANDLING, random.nextBoolean() ? "COVERT" : "CONFIDENTIAL"))
                        : event)
                .toList());
        // What is revised is covert or not in the version that stands: here nothing is told twice.
        Set<String> told = new HashSet<>();
        events.removeIf(event -> !told.add(event.subject().storeKey() + event.eventId()));
        CovertFacts covert = new CovertFacts();
        events.forEach(covert::take);
        SharedLedger others = new SharedLedger();
        others.take(events.stream().filter(event -> !covert.has(event)).toList());
        List<Query> questions = Arrays.stream(Measure.values())
                .map(measure -> Query.of(measure, Instant.EPOCH).per(Period.YEAR))
                .toList();

        Collections.shuffle(events, random);
        for (Event event : events) {
            ledger.take(List.of(event));
            if (random.nextInt(5) == 0) {
                ledger.answer(CASES, null, false);
            }
        }

        for (Query question : questions) {
            assertThat(ledger.answer(question, null, false)).isEqualTo(others.answer(question, null, true));
        }
    }

    @Test
    void shouldKnowOfErasuresWhenFactsAreHiddenOnlyLater() {
        List<Event> open = List.of(recorded(1, "2020-01-01"), erased(1, "2022-01-01"), recorded(1, "2019-01-01"));
        SharedLedger others = new SharedLedger();
        others.take(open);
        ledger.take(open);
        ledger.take(List.of(recorded(2, "2021-01-01").with(Map.of(Field.HANDLING, "COVERT"))));
        ledger.answer(CASES, null, false);

        // Whoever was erased stays so, also among facts that were sorted out anew.
        ledger.take(List.of(recorded(1, "2018-01-01")));
        others.take(List.of(recorded(1, "2018-01-01")));

        assertThat(ledger.answer(CASES, null, false)).isEqualTo(others.answer(CASES, null, true));
        assertThat(ledger.latest(false)).isEqualTo(others.latest(true)).isEqualTo("2022-01-01T00:00:00Z");
    }

    @Test
    void shouldForgetTheAnswersNobodyAsksFor() {
        ledger.take(List.of(recorded(1, "2020-01-01")));
        Table first = ledger.answer(CASES, LATER, true);
        Table second = ledger.answer(CASES, LATER.plusSeconds(1), true);
        for (int i = 2; i <= 100; i++) {
            assertThat(ledger.answer(CASES, LATER, true)).isSameAs(first);
            ledger.answer(CASES, LATER.plusSeconds(i), true);
        }

        assertThat(ledger.answer(CASES, LATER, true)).isSameAs(first);
        assertThat(ledger.answer(CASES, LATER.plusSeconds(1), true))
                .isEqualTo(second)
                .isNotSameAs(second);
    }

    @Test
    void shouldCountWholeBatchesWhileOthersAsk() throws Exception {
        int batches = 300;
        int size = 7;
        ExecutorService asking = Executors.newFixedThreadPool(2);
        Future<Boolean> whole = asking.submit(() -> {
            double seen = 0;
            while (seen < batches * size) {
                double now = ledger.answer(CASES, LATER, true).value();
                if (now < seen || now % size != 0) {
                    return false;
                }
                seen = now;
            }
            return true;
        });
        try {
            for (int batch = 0; batch < batches; batch++) {
                int first = batch * size;
                ledger.take(IntStream.range(first, first + size)
                        .mapToObj(number -> recorded(number, "2020-01-01"))
                        .toList());
            }
            ledger.settle();
            assertThat(whole.get()).isTrue();
        } finally {
            asking.shutdownNow();
        }
    }

    private static Event erased(int number, String day) {
        return EventJson.read("""
                {"eventType":"ERASED","eventId":"x%1$d","officerId":"o%1$d","at":"%2$sT00:00:00Z"}""".formatted(number, day));
    }

    private static Event recorded(int number, String day) {
        return EventJson.read("""
                {"eventType":"RECORDED","eventId":"e%1$d","officerId":"o%1$d","caseId":"c%1$d","allegationId":"a%1$d","group":"SEXUAL","recordedAt":"%2$sT00:00:00Z"}""".formatted(number, day));
    }
}
