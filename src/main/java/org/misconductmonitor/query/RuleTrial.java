package org.misconductmonitor.query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.backtest.Backtest;
import org.misconductmonitor.backtest.Comparison;
import org.misconductmonitor.backtest.Findings;
import org.misconductmonitor.backtest.History;
import org.misconductmonitor.engine.CovertFacts;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.topology.FailurePlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try of rules on the history, while it goes on and when it is over. One thread runs it, any may look. */
public final class RuleTrial {
    private static final Logger LOG = LoggerFactory.getLogger(RuleTrial.class);

    private final String id;
    private final TrialQuestion question;
    private volatile boolean cancelled;
    private volatile State state = State.READING;
    private volatile int events;
    private final AtomicLong played = new AtomicLong();
    private volatile Comparison result;
    private volatile String failure;

    /** How far it is. */
    public enum State {
        /** Reads the history. */
        READING,
        /** Plays it to the rules. */
        PLAYING,
        DONE,
        FAILED,
        CANCELLED;

        /** Whether nothing more happens. */
        public boolean isOver() {
            return ordinal() >= DONE.ordinal();
        }
    }

    RuleTrial(String id, TrialQuestion question) {
        this.id = id;
        this.question = question;
    }

    public String id() {
        return id;
    }

    /** Whether the caller began it. */
    public boolean isOf(Caller caller) {
        return question.isOf(caller);
    }

    /** Whether the caller could have begun it now: what came out is told to nobody else, whoever began it. */
    public boolean isWithin(Caller caller) {
        return question.isWithin(caller);
    }

    public State state() {
        return state;
    }

    /** How many events were read so far. */
    public int events() {
        return events;
    }

    /** From 0 to 1; stays 0 as long as the history is read, which has no known end. */
    public double progress() {
        if (state == State.DONE) {
            return 1;
        }
        int all = events;
        return state == State.READING || all == 0 ? 0 : Math.min(1, played.get() / (2.0 * all));
    }

    /** @return null unless it is done */
    public Comparison result() {
        return result;
    }

    /** @return why it failed, in words; null unless it did */
    public String failure() {
        return failure;
    }

    /** Ends it soon, if it is not over. */
    void cancel() {
        cancelled = true;
    }

    /**
     * Runs it.
     *
     * @param history hands on every event that lies in the input topics, and says how many records are none
     * @param most how many events fit into memory
     */
    void run(ToIntFunction<Consumer<Event>> history, int most) {
        try {
            goOn();
            List<Event> known = read(history, most);
            state = State.PLAYING;
            History before = play(question.before(), known);
            played.set(known.size());
            result = Comparison.of(before, play(question.tried(), known), Findings.standard());
            state = State.DONE;
        } catch (CancellationException e) {
            state = State.CANCELLED;
        } catch (TooMuchException e) {
            fail(e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("A back-test failed: {} at {}", e.getClass().getName(), FailurePlace.of(e));
            fail(
                    state == State.READING
                            ? "the history cannot be read from the cluster now; try again soon"
                            : "this is a bug; the log says where");
        } finally {
            if (!state.isOver()) {
                // An error of the machine, such as no memory left: the next one must be able to begin.
                fail("the machine could not go on; the log says why");
            }
        }
    }

    private void fail(String why) {
        failure = why;
        state = cancelled ? State.CANCELLED : State.FAILED;
    }

    private List<Event> read(ToIntFunction<Consumer<Event>> history, int most) {
        goOn();
        List<Event> known = new ArrayList<>();
        CovertFacts covert = new CovertFacts();
        history.applyAsInt(event -> {
            goOn();
            covert.take(event);
            if (question.starter().reach().hasTenant(event.tenantId())
                    && (question.withCovert() || !covert.has(event))) {
                if (known.size() == most) {
                    throw new TooMuchException(most);
                }
                known.add(event);
                events = known.size();
            }
        });
        goOn();
        if (!question.withCovert()) {
            // An allegation may be recorded as covert after other facts of it were read.
            known.removeIf(covert::has);
            events = known.size();
        }
        return known;
    }

    private History play(RuleSet rules, List<Event> known) {
        return new Backtest(rules).run(known, question.asOf(), this::step).between(question.from(), question.to());
    }

    private void step() {
        goOn();
        played.incrementAndGet();
    }

    private void goOn() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    private static final class TooMuchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchException(int most) {
            super(
                    "the history has more than %,d events, which is what fits into the memory of this instance; run 'rules"
                                    .formatted(most)
                            + " backtest --against topics' on another machine, or give the monitor more memory");
        }
    }
}
