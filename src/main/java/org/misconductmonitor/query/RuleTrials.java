package org.misconductmonitor.query;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;

/**
 * Tries rules on all that lies in the input topics, in the background of this instance: one at a time, because the
 * history is in memory meanwhile. What came out is kept until an hour after it began; one that still goes on then makes
 * way for the next. Its id says which instance runs it.
 */
public final class RuleTrials implements AutoCloseable {
    /** What an event takes while it is played, its part of the records included; and what of the memory they may take. */
    private static final long BYTES_OF_EVENT = 4_096;

    private static final int SHARE_OF_MEMORY = 2;
    private static final int KEPT = 20;
    static final long KEPT_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int SOON = 5;
    private static final int PATIENCE_SECONDS = 5;

    /** Between a random name and the tag of the instance. */
    private static final char MARK = '.';

    private record Kept(RuleTrial trial, long until) {}

    private final RulesInForce rules;
    private final ToIntFunction<Consumer<Event>> history;
    private final int most;
    private final Supplier<InstanceAddress> own;
    private final LongSupplier nanos;
    private final ExecutorService worker;
    private final Map<String, Kept> trials = new LinkedHashMap<>();

    /**
     * @param history hands on every event that lies in the input topics, and says how many records are none
     * @param own where other instances reach this one
     */
    RuleTrials(RulesInForce rules, ToIntFunction<Consumer<Event>> history, Supplier<InstanceAddress> own) {
        this(
                rules,
                history,
                (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_OF_EVENT),
                own,
                System::nanoTime);
    }

    /**
     * @param most how many events fit into memory
     * @param nanos a clock that only goes forward
     */
    RuleTrials(
            RulesInForce rules,
            ToIntFunction<Consumer<Event>> history,
            int most,
            Supplier<InstanceAddress> own,
            LongSupplier nanos) {
        this.rules = rules;
        this.history = history;
        this.most = most;
        this.own = own;
        this.nanos = nanos;
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "rule-trials");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to try rules against those of the same names that are in force.
     *
     * @param from alerts raised before do not count; null: no limit
     * @param to alerts raised then or later do not count; null: no limit
     * @param asOf what became known later is left out; null: nothing is
     * @param starter who asks; only what is within the tenants of the starter's reach is looked at
     * @throws UnavailableException if another one is going on, or the rules in force cannot be read
     */
    public RuleTrial start(RuleSet tried, Instant from, Instant to, Instant asOf, Caller starter) {
        CurrentRules current = rules.now();
        List<Rule> before = tried.rules().stream()
                .map(rule -> current.inForce(rule.id()))
                .filter(Objects::nonNull)
                .map(CurrentRules.Entry::rule)
                .toList();
        return start(new TrialQuestion(
                tried, new RuleSet(before), from, to, asOf, starter, starter.may(Permission.READ_COVERT)));
    }

    synchronized RuleTrial start(TrialQuestion question) {
        forget();
        for (Kept kept : trials.values()) {
            if (!kept.trial().state().isOver()) {
                if (isOld(kept)) {
                    kept.trial().cancel();
                }
                throw new UnavailableException(
                        "another back-test is going on; wait for it, or cancel it if it is yours", SOON);
            }
        }
        RuleTrial trial =
                new RuleTrial(UUID.randomUUID().toString() + MARK + own.get().tag(), question);
        trials.put(trial.id(), new Kept(trial, nanos.getAsLong() + KEPT_NANOS));
        worker.execute(() -> trial.run(history, most));
        return trial;
    }

    /** @return empty if there is none, or it is forgotten */
    public synchronized Optional<RuleTrial> get(String id) {
        forget();
        return Optional.ofNullable(trials.get(id)).map(Kept::trial);
    }

    /** The tag of the instance that runs it, if it is none of ours. */
    public Optional<String> elsewhere(String id) {
        String tag = id.substring(id.lastIndexOf(MARK) + 1);
        return id.indexOf(MARK) < 0 || tag.equals(own.get().tag()) ? Optional.empty() : Optional.of(tag);
    }

    /** Ends it soon, if it is not over. */
    public void cancel(RuleTrial trial) {
        trial.cancel();
    }

    private void forget() {
        trials.values().removeIf(kept -> kept.trial().state().isOver() && (isOld(kept) || trials.size() >= KEPT));
    }

    private boolean isOld(Kept kept) {
        return nanos.getAsLong() - kept.until() > 0;
    }

    @Override
    public void close() {
        synchronized (this) {
            trials.values().forEach(kept -> kept.trial().cancel());
        }
        // One that has not begun ends as what it is: cancelled.
        worker.shutdownNow().forEach(Runnable::run);
        try {
            worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
