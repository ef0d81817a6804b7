package org.misconductmonitor.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;
import org.misconductmonitor.topology.ClusterException;
import org.misconductmonitor.topology.ReviewDesk;

/**
 * Takes reviewers' actions to the monitor and tells each who waits what became of theirs, whichever instance judges them.
 * Any number of threads; it connects when it is first needed, and one thread of its own reads the outcomes.
 */
public final class Reviews implements AutoCloseable {
    /** How many may wait at once: each holds a thread. */
    static final int MOST_WAITING = 16;

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final Duration connecting;
    private final Alerts alerts;
    private final Supplier<ReviewDesk> desks;
    private final BackgroundReader reader = new BackgroundReader("outcomes of reviews", this::follow);
    private final Set<AwaitedOutcomes> waiting = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private volatile CompletableFuture<ReviewDesk> connected = new CompletableFuture<>();

    Reviews(Alerts alerts, Supplier<ReviewDesk> desks) {
        this(alerts, desks, CONNECTING);
    }

    /** @param connecting how long whoever acts waits for the connection */
    Reviews(Alerts alerts, Supplier<ReviewDesk> desks, Duration connecting) {
        this.connecting = connecting;
        this.alerts = alerts;
        this.desks = desks;
    }

    /**
     * What became of an action.
     *
     * @param outcome null if there is none yet: the action has been sent, and is judged when a monitor reads it
     * @param alert as it is after that, or as it was before if the new revision has not been read yet
     */
    public record Result(ReviewAction action, ReviewOutcome outcome, Alert alert) {}

    /**
     * Sends them in this order and waits for the monitor.
     *
     * @param actions at most one for each alert, each of an alert that there is
     * @return of each, in the same order
     * @throws UnavailableException if they could not be sent, or too many wait; some may have been sent then, and sending
     *     the same again does nothing twice
     */
    public List<Result> act(List<ReviewAction> actions, Duration patience) {
        if (!places.tryAcquire()) {
            throw new UnavailableException("too many wait for the outcome of a review at once", 2);
        }
        AwaitedOutcomes awaited = new AwaitedOutcomes(actions);
        waiting.add(awaited);
        try {
            desk().send(actions);
            long end = System.nanoTime() + patience.toNanos();
            Map<String, ReviewOutcome> outcomes = awaited.await(end);
            List<Result> results = new ArrayList<>();
            for (ReviewAction action : actions) {
                results.add(result(action, outcomes.get(action.alertId()), end));
            }
            return results;
        } catch (ClusterException | IllegalStateException e) {
            // The latter if the connection was closed after a failure just now.
            throw unsent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("the monitor is stopping", 30);
        } finally {
            waiting.remove(awaited);
            places.release();
        }
    }

    private Result result(ReviewAction action, ReviewOutcome outcome, long end) throws InterruptedException {
        int revision = outcome == null ? 0 : outcome.revision();
        Alert alert = alerts.after(action.alertId(), revision, end);
        return new Result(action, outcome, alert);
    }

    private ReviewDesk desk() throws InterruptedException {
        reader.start();
        try {
            return connected.get(connecting.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw unsent();
        }
    }

    private void follow(BooleanSupplier goesOn) {
        try (ReviewDesk desk = desks.get()) {
            connected.complete(desk);
            try {
                while (goesOn.getAsBoolean()) {
                    desk.read().forEach(outcome -> waiting.forEach(one -> one.take(outcome)));
                }
            } finally {
                connected = new CompletableFuture<>();
            }
        }
    }

    private static UnavailableException unsent() {
        return new UnavailableException(
                "the cluster does not take reviews now. Send the same again later: with the same actionId nothing is done"
                        + " twice",
                5);
    }

    @Override
    public void close() {
        reader.close();
    }
}
