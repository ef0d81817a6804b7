package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Field;

class PatienceTest {
    private static final Instant WRITTEN = Instant.parse("2026-03-01T00:00:00Z");
    private static final int MANY = 1_000;

    private final Patience patience = new Patience();

    @Test
    void shouldBeUsualWhileTheNewsComes() {
        assertThat(after(MANY, WRITTEN.minusSeconds(3600))).isEqualTo(Patience.USUAL);
    }

    @Test
    void shouldBeLongWhileAHistoryComesAndNoLonger() {
        assertThat(after(MANY, WRITTEN.minus(Duration.ofDays(3000)))).isEqualTo(Patience.WITH_A_HISTORY);

        assertThat(after(MANY, WRITTEN)).isEqualTo(Patience.USUAL);
    }

    @Test
    void shouldNotTakeSomeLateFactsForAHistory() {
        Duration now = null;
        for (int i = 0; i < MANY; i++) {
            now = after(1, i % 10 == 0 ? WRITTEN.minus(Duration.ofDays(300)) : WRITTEN);
        }

        assertThat(now).isEqualTo(Patience.USUAL);
    }

    /** So many facts of that time. */
    private Duration after(int facts, Instant at) {
        Arrival fact = new Arrival.Published(
                EventBuilder.of(Map.of(
                        Field.EVENT_TYPE, "CASE_OPENED",
                        Field.EVENT_ID, "e",
                        Field.OFFICER_ID, "O",
                        Field.CASE_ID, "C",
                        Field.AT, at)),
                null);
        Duration now = null;
        for (int i = 0; i < facts; i++) {
            now = patience.with(fact, WRITTEN);
        }
        return now;
    }
}
