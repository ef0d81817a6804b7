package org.misconductmonitor.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.reference.RandomStreams;
import org.misconductmonitor.statistics.Measure;
import org.misconductmonitor.statistics.Period;
import org.misconductmonitor.statistics.Query;
import org.misconductmonitor.statistics.Table;

/** Answers are kept as long as they are right; those as of the latest fact may be of a moment ago, and say so. */
class CountedFactsTest {
    private static final Query BACKLOG =
            Query.of(Measure.OPEN_CASES, Instant.EPOCH).per(Period.YEAR);
    private static final Instant EARLY = Instant.parse("2019-01-01T00:00:00Z");

    private long nanos;
    private final CountedFacts facts = new CountedFacts(() -> nanos);

    @Test
    void shouldKeepAnswersAsOfTimesThatNewFactsDoNotReach() {
        facts.take(recorded(1, "2018-01-01", 0));
        Table before = facts.answer(BACKLOG, EARLY);

        facts.take(recorded(2, "2020-01-01", 0));
        assertThat(facts.answer(BACKLOG, EARLY)).isSameAs(before);

        facts.take(recorded(3, "2018-06-01", 0));
        assertThat(facts.answer(BACKLOG, EARLY).value()).isEqualTo(2);
    }

    @Test
    void shouldAnswerExactlyAsOfAnyTimeWhateverWasAnsweredBefore() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Event> events = new ArrayList<>(RandomStreams.scenario(seed).events());
            Collections.shuffle(events, random);
            List<Query> questions = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                questions.add(Query.of(
                                Measure.values()[random.nextInt(Measure.values().length)],
                                events.get(random.nextInt(events.size())).at())
                        .per(Period.YEAR));
            }
            CountedFacts kept = new CountedFacts(() -> 0);
            for (int known = 1; known <= events.size(); known++) {
                kept.take(events.get(known - 1));
                Query question = questions.get(random.nextInt(questions.size()));
                CountedFacts fresh = new CountedFacts(() -> 0);
                events.subList(0, known).forEach(fresh::take);
                assertThat(kept.answer(question, question.asOf()))
                        .as("seed %d, %d known, %s", seed, known, question)
                        .isEqualTo(fresh.answer(question, question.asOf()));
            }
        }
    }

    @Test
    void shouldShareOneCountForAWhileAndSayAsOfWhen() {
        facts.take(recorded(1, "2018-01-01", 0));
        Table first = facts.answer(BACKLOG, null);
        facts.take(recorded(2, "2019-01-01", 0));

        nanos = Duration.ofMillis(999).toNanos();
        assertThat(facts.answer(BACKLOG, null)).isSameAs(first);
        assertThat(first.query().asOf()).isEqualTo("2018-01-01T00:00:00Z");
        assertThat(facts.answer(BACKLOG, EARLY).value())
                .as("exact where a time is given")
                .isEqualTo(2);

        nanos = Duration.ofSeconds(1).toNanos();
        Table second = facts.answer(BACKLOG, null);
        assertThat(second.value()).isEqualTo(2);
        assertThat(second.query().asOf()).isEqualTo("2019-01-01T00:00:00Z");
    }

    @Test
    void shouldNeverTellWhatWasTakenBackOrErased() {
        facts.take(recorded(1, "2018-01-01", 0));
        facts.take(recorded(2, "2018-01-01", 0));
        assertThat(facts.answer(BACKLOG, null).value()).isEqualTo(2);

        facts.take(EventJson.read("""
                {"eventType":"ERASED","eventId":"x","officerId":"o2","reason":"RETENTION","at":"2020-01-01T00:00:00Z"}"""));
        assertThat(facts.answer(BACKLOG, null).value()).isEqualTo(1);
        assertThat(facts.answer(BACKLOG, EARLY).value()).isEqualTo(1);

        facts.take(recorded(1, "2021-01-01", 1));
        assertThat(facts.answer(BACKLOG, EARLY).value()).isZero();
        assertThat(facts.answer(BACKLOG, null).query().asOf()).isEqualTo("2021-01-01T00:00:00Z");
    }

    private static Event recorded(int number, String day, int revision) {
        return EventJson.read("""
                {"eventType":"RECORDED","eventId":"e%1$d","revision":%3$d,"officerId":"o%1$d","caseId":"c%1$d","allegationId":"a%1$d","group":"SEXUAL","recordedAt":"%2$sT00:00:00Z"}""".formatted(number, day, revision));
    }
}
