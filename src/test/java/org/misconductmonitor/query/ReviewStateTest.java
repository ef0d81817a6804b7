package org.misconductmonitor.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.Escalation;
import org.misconductmonitor.alert.Judged;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.Watch;

class ReviewStateTest {
    private static final Instant OPENED = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-09T00:00:00Z");

    @Test
    void shouldBeDueWhenItMustBeAcknowledgedAndOverdueSinceItWasOpened() {
        assertThat(state(LifeState.NEW, LATER, Escalation.NONE))
                .isEqualTo(new ReviewState(LifeState.NEW, "R", LATER, false));
        assertThat(state(LifeState.NEW, LATER, Escalation.AMBER))
                .isEqualTo(new ReviewState(LifeState.NEW, "R", OPENED, true));
        assertThat(state(LifeState.NEW, null, Escalation.RED))
                .isEqualTo(new ReviewState(LifeState.NEW, "R", OPENED, true));
        assertThat(state(LifeState.NEW, null, Escalation.NONE).due()).isNull();
    }

    @Test
    void shouldNotBeOverdueOnceSomebodyHasDecided() {
        assertThat(state(LifeState.FALSE_POSITIVE, null, Escalation.AMBER))
                .isEqualTo(new ReviewState(LifeState.FALSE_POSITIVE, "R", null, false));
        assertThat(state(LifeState.SNOOZED, null, Escalation.NONE).due()).isEqualTo(LATER);
    }

    @Test
    void shouldAcceptWhatIsAskedFor() {
        ReviewState waiting = state(LifeState.NEW, null, Escalation.RED);
        ReviewState closed = state(LifeState.ACTION_TAKEN, null, Escalation.NONE);

        assertThat(new ReviewFilter(Set.of(), Set.of(), null, null).accepts(closed))
                .isTrue();
        assertThat(new ReviewFilter(Set.of(LifeState.NEW), Set.of("R"), true, true).accepts(waiting))
                .isTrue();
        assertThat(new ReviewFilter(Set.of(LifeState.NEW), Set.of(), null, null).accepts(closed))
                .isFalse();
        assertThat(new ReviewFilter(Set.of(), Set.of("S"), null, null).accepts(closed))
                .isFalse();
        assertThat(new ReviewFilter(Set.of(), Set.of(), true, null).accepts(closed))
                .isFalse();
        assertThat(new ReviewFilter(Set.of(), Set.of(), null, true).accepts(closed))
                .isFalse();
        assertThat(new ReviewFilter(Set.of(), Set.of(), false, false).accepts(closed))
                .isTrue();
    }

    private static ReviewState state(LifeState state, Instant acknowledgeBy, Escalation escalation) {
        return ReviewState.of(new Life(
                state,
                state == LifeState.SNOOZED ? LifeState.NEW : null,
                "R",
                null,
                state == LifeState.SNOOZED ? LATER : null,
                new Watch(OPENED, acknowledgeBy, escalation, null),
                null,
                List.of(),
                0,
                null,
                new Judged(0, 0, List.of())));
    }
}
