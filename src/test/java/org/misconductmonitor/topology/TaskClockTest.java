package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TaskClockTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant LAST_WEEK = START.minus(Duration.ofDays(7));

    private final Backlog backlog = new Backlog();
    private final TaskClock clock = new TaskClock(START, backlog);

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
        clock.read(LAST_WEEK, lag, START);
        Instant later = START.plus(TaskClock.QUIET);

        assertThat(clock.now(later.minusMillis(1))).isEqualTo(LAST_WEEK.minus(lag));
        assertThat(clock.now(later)).isEqualTo(later);
    }

    @Test
    void shouldWaitForRecordsOnceMoreAfterItStoodStill() {
        clock.read(LAST_WEEK, START);
        Instant woken = START.plusSeconds(3600);

        assertThat(clock.now(woken)).isEqualTo(LAST_WEEK);
        assertThat(clock.now(woken.plus(TaskClock.QUIET).minusMillis(1))).isEqualTo(LAST_WEEK);
        assertThat(clock.now(woken.plus(TaskClock.QUIET))).isEqualTo(woken.plus(TaskClock.QUIET));
    }

    @Test
    void shouldNotWaitForEverBecauseItStandsStillAgainAndAgain() {
        clock.read(LAST_WEEK, START);
        clock.now(START.plusSeconds(3600));

        assertThat(clock.now(START.plusSeconds(7200))).isEqualTo(START.plusSeconds(7200));
    }

    @Test
    void shouldWaitForItsTurnWhileOthersHaveABacklog() {
        TaskClock other = new TaskClock(START, backlog);
        clock.read(LAST_WEEK, START);

        assertThat(waiting(other, LAST_WEEK, TaskClock.TURN.minusSeconds(1))).isEqualTo(LAST_WEEK);
        assertThat(waiting(other, LAST_WEEK, TaskClock.TURN)).isEqualTo(START.plus(TaskClock.TURN));
    }

    @Test
    void shouldNotWaitForOthersWhoReadWhatIsNew() {
        TaskClock other = new TaskClock(START, backlog);
        clock.read(LAST_WEEK, START);

        for (int second = 1; second <= 5; second++) {
            other.read(START.plusSeconds(second), START.plusSeconds(second));
        }

        assertThat(clock.now(START.plusSeconds(5))).isEqualTo(START.plusSeconds(5));
    }

    /** What the clock says after the other has read for so long what was written then. */
    private Instant waiting(TaskClock other, Instant written, Duration length) {
        Instant said = null;
        for (long second = 1; second <= length.toSeconds(); second++) {
            other.read(written, START.plusSeconds(second));
            said = clock.now(START.plusSeconds(second));
        }
        return said;
    }
}
