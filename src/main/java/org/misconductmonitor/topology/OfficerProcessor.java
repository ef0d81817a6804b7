package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.Cause;
import org.misconductmonitor.engine.Effects;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each subject's record and publishes what changes in its alerts. It decides first and writes last, because a
 * failure in the middle does not take writes back.
 */
final class OfficerProcessor implements Processor<Subject, Arrival, Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(OfficerProcessor.class);
    private static final Duration SWEEP_INTERVAL = Duration.ofMillis(50);
    private static final Duration SWEEP_BUDGET = Duration.ofMillis(25);
    private static final int SWEEP_BATCH = 64;
    private static final String RULES_CHANGED = "the rules changed";

    private final Evaluators evaluators;
    private final int cachedFacts;
    private OfficerStore store;
    private Accounting accounting;
    private Outputs outputs;
    private OfficerStates states;
    private ProcessorContext<Object, Object> context;
    private Cancellable sweep;
    private String swept;

    OfficerProcessor(Evaluators evaluators, int cachedFacts) {
        this.evaluators = evaluators;
        this.cachedFacts = cachedFacts;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        store = new OfficerStore(
                context.getStateStore(Names.OFFICER_EVENTS),
                context.getStateStore(Names.OFFICER_SNAPSHOT),
                context.getStateStore(Names.STANDING_ALERTS));
        accounting = new Accounting(context.getStateStore(Names.ACCOUNTING));
        outputs = new Outputs(context);
        states = new OfficerStates(this::load, cachedFacts);
        swept = null;
        sweep = context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::sweep);
    }

    @Override
    public void process(Record<Subject, Arrival> record) {
        Subject subject = record.key();
        Arrival arrival = record.value();
        Instant asOf = Instant.ofEpochMilli(record.timestamp());
        bringUpToDate(subject, asOf);
        Decided decided;
        try {
            decided = decide(subject, arrival, asOf);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error(
                    "A record failed and becomes a dead letter: {} at {}",
                    e.getClass().getName(),
                    place(e));
            reject(arrival, new Rejection(Rejection.Reason.PROCESSING_FAILED, null));
            return;
        }
        if (decided.rejection != null) {
            reject(arrival, decided.rejection);
            return;
        }
        count(arrival, decided.effects);
        write(subject, decided, record.timestamp());
    }

    private Decided decide(Subject subject, Arrival arrival, Instant asOf) {
        OfficerState state = states.get(subject);
        int before = state.size();
        Effects effects = arrival.reach(state, asOf);
        states.resized(state.size() - before);
        List<Month> months = new ArrayList<>(1);
        for (YearMonth month : months(effects)) {
            List<StoredFact> facts = state.factsOf(month);
            byte[] bytes = facts.isEmpty() ? null : EventCodec.encode(facts);
            if (bytes != null && bytes.length > Limits.MAX_STORED_BYTES) {
                return new Decided(null, List.of(), new Rejection(Rejection.Reason.TOO_LARGE, null));
            }
            months.add(new Month(month, bytes));
        }
        return new Decided(effects, months, null);
    }

    private static Set<YearMonth> months(Effects effects) {
        Set<YearMonth> months = new LinkedHashSet<>(2);
        if (effects.added() != null) {
            months.add(effects.added().month());
        }
        if (effects.removed() != null) {
            months.add(effects.removed().month());
        }
        return months;
    }

    private void write(Subject subject, Decided decided, long timestamp) {
        decided.months.forEach(month -> store.putMonth(subject, month.month, month.facts));
        decided.effects.alerts().forEach(store::putAlert);
        outputs.alerts(decided.effects.alerts(), timestamp);
        outputs.handovers(decided.effects.handovers(), timestamp);
    }

    /** What failed may have left the state in memory half changed; what is stored is not. */
    private void reject(Arrival arrival, Rejection rejection) {
        states.forgetAll();
        if (arrival instanceof Arrival.Published) {
            accounting.count(arrival.origin(), rejection);
        }
        outputs.deadLetter(DeadLetters.of(arrival.origin(), rejection));
    }

    private void count(Arrival arrival, Effects effects) {
        if (arrival instanceof Arrival.Published) {
            accounting.count(arrival.origin(), outcome(effects));
        }
    }

    private static Accounting.Outcome outcome(Effects effects) {
        if (effects.verdict() == null) {
            return Accounting.Outcome.ACCEPTED;
        }
        return switch (effects.verdict()) {
            case REPLACES -> Accounting.Outcome.ACCEPTED;
            case DUPLICATE -> Accounting.Outcome.DUPLICATE;
            case SUPERSEDED -> Accounting.Outcome.SUPERSEDED;
        };
    }

    private OfficerState load(Subject subject) {
        return new OfficerState(subject, evaluators, store.facts(subject), store.alerts(subject), Instant.MIN);
    }

    /** A subject not seen since the rules changed is judged by the new ones before anything else happens to it. */
    private void bringUpToDate(Subject subject, Instant asOf) {
        if (states.holds(subject)) {
            return;
        }
        String rules = store.rulesOf(subject);
        if (!evaluators.version().equals(rules)) {
            if (rules != null) {
                publishAgain(subject, asOf);
            }
            store.putRulesOf(subject, evaluators.version());
        }
    }

    private void sweep(long now) {
        long deadline = System.nanoTime() + SWEEP_BUDGET.toNanos();
        while (System.nanoTime() < deadline) {
            OfficerStore.Outdated part = store.outdated(swept, evaluators.version(), SWEEP_BATCH);
            for (Subject subject : part.subjects()) {
                publishAgain(subject, Instant.ofEpochMilli(now));
                store.putRulesOf(subject, evaluators.version());
            }
            swept = part.last();
            if (part.complete()) {
                sweep.cancel();
                return;
            }
        }
    }

    private void publishAgain(Subject subject, Instant asOf) {
        List<Alert> alerts = states.get(subject).reevaluate(new Cause(asOf, RULES_CHANGED));
        alerts.forEach(store::putAlert);
        outputs.alerts(alerts, asOf.toEpochMilli());
    }

    private static String place(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "unknown place" : e.getStackTrace()[0].toString();
    }

    private record Month(YearMonth month, byte[] facts) {}

    private record Decided(Effects effects, List<Month> months, Rejection rejection) {}
}
