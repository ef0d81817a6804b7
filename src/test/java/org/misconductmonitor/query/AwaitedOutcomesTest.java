package org.misconductmonitor.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;

class AwaitedOutcomesTest {
    private static final ReviewAction.Words NO_WORDS = new ReviewAction.Words(null, null, null, null, null, null);

    @Test
    void shouldGiveTheFirstOutcomeOfEachActionAndNobodyElses() throws InterruptedException {
        AwaitedOutcomes awaited = new AwaitedOutcomes(List.of(action("a", "1"), action("b", "1")));
        ReviewOutcome first = outcome("a", "1", 2);

        awaited.take(outcome("a", "2", 9));
        awaited.take(outcome("c", "1", 9));
        awaited.take(first);
        awaited.take(outcome("a", "1", 3));
        awaited.take(outcome("b", "1", 4));

        assertThat(awaited.await(in(Duration.ofMinutes(1)))).isEqualTo(Map.of("a", first, "b", outcome("b", "1", 4)));
    }

    @Test
    void shouldGiveWhatThereIsWhenTheTimeIsOver() throws InterruptedException {
        AwaitedOutcomes awaited = new AwaitedOutcomes(List.of(action("a", "1"), action("b", "1")));
        awaited.take(outcome("b", "1", 4));

        assertThat(awaited.await(System.nanoTime())).containsOnlyKeys("b");
    }

    @Test
    void shouldSayThatNothingCanBeSentWhenTheClusterIsAway() {
        Alerts alerts = new Alerts(() -> {
            throw new IllegalStateException("no cluster");
        });
        try (Reviews reviews = new Reviews(
                alerts,
                () -> {
                    throw new IllegalStateException("no cluster");
                },
                Duration.ofMillis(1))) {
            for (int i = 0; i < 2 * Reviews.MOST_WAITING; i++) {
                assertThatThrownBy(() -> reviews.act(List.of(action("a", "1")), Duration.ZERO))
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("the cluster does not take reviews now");
            }
        }
    }

    private static long in(Duration time) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(time.toMillis());
    }

    private static ReviewAction action(String alertId, String actionId) {
        Alert alert = SampleAlerts.published(0, 0, alertId, 1, 1).alert();
        return ReviewAction.on(alert, actionId, 1, ReviewAction.Kind.ACKNOWLEDGE, NO_WORDS, "R", SampleAlerts.START);
    }

    private static ReviewOutcome outcome(String alertId, String actionId, int revision) {
        return new ReviewOutcome(
                actionId, alertId, ReviewOutcome.Result.APPLIED, null, revision, LifeState.ACKNOWLEDGED);
    }
}
