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
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;

/**
 * Tries rules on all that lies in the input topics, in the background of this instance: one at a time, because the
 * history is in memory meanwhile. What came out is kept until an hour after it began.
 */
public final class RuleTrials implements AutoCloseable {
    /** What an event takes while it is played, its part of the records included; and what of the memory they may take. */
    private static final long BYTES_OF_EVENT = 4_096;

    private static final int SHARE_OF_MEMORY = 2;
    private static final int KEPT = 20;
    private static final long KEPT_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int SOON = 5;
    private static final int PATIENCE_SECONDS = 5;

    private record Kept(RuleTrial trial, long until) {}

    private final RulesInForce rules;
    private final ToIntFunction<Consumer<Event>> history;
    private final int most;
    private final ExecutorService worker;
    private final Map<String, Kept> trials = new LinkedHashMap<>();

    /** @param history hands on every event that lies in the input topics, and says how many records are none */
    RuleTrials(RulesInForce rules, ToIntFunction<Consumer<Event>> history) {
        this(rules, history, (int)
                Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_OF_EVENT));
    }

    /** @param most how many events fit into memory */
    RuleTrials(RulesInForce rules, ToIntFunction<Consumer<Event>> history, int most) {
        this.rules = rules;
        this.history = history;
        this.most = most;
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
     * @param seen the events that may be looked at
     * @param withCovert whether covert ones of them are looked at
     * @throws UnavailableException if another one is going on, or the rules in force cannot be read
     */
    public RuleTrial start(
            RuleSet tried, Instant from, Instant to, Instant asOf, Predicate<Event> seen, boolean withCovert) {
        CurrentRules current = rules.now();
        List<Rule> before = tried.rules().stream()
                .map(rule -> current.inForce(rule.id()))
                .filter(Objects::nonNull)
                .map(CurrentRules.Entry::rule)
                .toList();
        return start(new RuleTrial.Question(tried, new RuleSet(before), from, to, asOf, seen, withCovert));
    }

    synchronized RuleTrial start(RuleTrial.Question question) {
        forget();
        if (trials.values().stream().anyMatch(kept -> !kept.trial().state().isOver())) {
            throw new UnavailableException("another back-test is going on; wait for it, or cancel it", SOON);
        }
        RuleTrial trial = new RuleTrial(UUID.randomUUID().toString(), question);
        trials.put(trial.id(), new Kept(trial, System.nanoTime() + KEPT_NANOS));
        worker.execute(() -> trial.run(history, most));
        return trial;
    }

    /** @return empty if there is none, or it is forgotten */
    public synchronized Optional<RuleTrial> get(String id) {
        forget();
        return Optional.ofNullable(trials.get(id)).map(Kept::trial);
    }

    /** Ends it soon, if it is not over. */
    public void cancel(RuleTrial trial) {
        trial.cancel();
    }

    private void forget() {
        trials.values()
                .removeIf(kept -> kept.trial().state().isOver()
                        && (System.nanoTime() - kept.until() > 0 || trials.size() > KEPT));
    }

    @Override
    public void close() {
        synchronized (this) {
            trials.values().forEach(kept -> kept.trial().cancel());
        }
        worker.shutdownNow();
        try {
            worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
