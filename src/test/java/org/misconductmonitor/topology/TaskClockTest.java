package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TaskClockTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant LAST_WEEK = START.minus(Duration.ofDays(7));

    private final TaskClock clock = new TaskClock(START);

    @Test
    void shouldGoByTheRecordsWhileThereAreAny() {
        clock.read(LAST_WEEK, START);

        assertThat(clock.now(START.plusSeconds(1))).isEqualTo(LAST_WEEK);
    }

    @Test
    void shouldGoByTheWallClockWhenNoRecordComes() {
        clock.read(LAST_WEEK, START);
        Instant later = START.plus(TaskClock.QUIET);

        assertThat(clock.now(later.minusMillis(1))).isEqualTo(LAST_WEEK);
        assertThat(clock.now(later)).isEqualTo(later);
    }

    @Test
    void shouldNotKnowTheTimeBeforeTheFirstRecordsMayHaveCome() {
        assertThat(clock.now(START)).isEqualTo(Instant.MIN);
    }

    @Test
    void shouldNeverGoBack() {
        Instant later = START.plus(TaskClock.QUIET);
        clock.now(later);
        clock.read(LAST_WEEK, later);

        assertThat(clock.now(later.plusSeconds(1))).isEqualTo(later);
    }

    @Test
    void shouldLagBehindTheRecordsButNotBehindTheWallClock() {
        Duration lag = Duration.ofMinutes(1);
        TaskClock patient = new TaskClock(START, lag);
        patient.read(LAST_WEEK, START);
        Instant later = START.plus(TaskClock.QUIET);

        assertThat(patient.now(later.minusMillis(1))).isEqualTo(LAST_WEEK.minus(lag));
        assertThat(patient.now(later)).isEqualTo(later);
    }
}
