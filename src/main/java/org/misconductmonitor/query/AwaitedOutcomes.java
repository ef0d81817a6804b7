package org.misconductmonitor.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;

/** What somebody waits for: the outcomes of their actions. */
final class AwaitedOutcomes {
    private final Map<String, String> actionIds = new HashMap<>();
    private final Map<String, ReviewOutcome> found = new HashMap<>();
    private final CountDownLatch missing;

    /** @param actions at most one for each alert */
    AwaitedOutcomes(List<ReviewAction> actions) {
        actions.forEach(action -> actionIds.put(action.alertId(), action.actionId()));
        this.missing = new CountDownLatch(actionIds.size());
    }

    /** An outcome, perhaps of somebody else's action. */
    synchronized void take(ReviewOutcome outcome) {
        if (outcome.actionId().equals(actionIds.get(outcome.alertId()))
                && found.putIfAbsent(outcome.alertId(), outcome) == null) {
            missing.countDown();
        }
    }

    /**
     * Waits until all have come.
     *
     * @param end by {@link System#nanoTime}, after which it waits no more
     * @return by alert those that came
     */
    Map<String, ReviewOutcome> await(long end) throws InterruptedException {
        missing.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        synchronized (this) {
            return Map.copyOf(found);
        }
    }
}
