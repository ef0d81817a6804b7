package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.engine.Cause;
import org.misconductmonitor.engine.Effects;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.event.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each subject's record and publishes what changes in its alerts. It decides first and writes last, because a
 * failure in the middle does not take writes back.
 */
final class OfficerProcessor implements Processor<Subject, Arrival, Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(OfficerProcessor.class);
    private static final Duration SEARCH_INTERVAL = Duration.ofMillis(50);
    private static final String RULES_CHANGED = "the rules changed";

    private final Evaluators evaluators;
    private final int cachedFacts;
    private final AlertCodec codec = new AlertCodec();
    private OfficerStore store;
    private Accounting accounting;
    private Outputs outputs;
    private OfficerStates states;
    private RuleChange ruleChange;
    private Cancellable search;

    OfficerProcessor(Evaluators evaluators, int cachedFacts) {
        this.evaluators = evaluators;
        this.cachedFacts = cachedFacts;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        store = new OfficerStore(
                context.getStateStore(Names.OFFICER_EVENTS),
                context.getStateStore(Names.OFFICER_SNAPSHOT),
                context.getStateStore(Names.STANDING_ALERTS),
                codec);
        accounting = new Accounting(context.getStateStore(Names.ACCOUNTING));
        outputs = new Outputs(context);
        states = new OfficerStates(
                subject ->
                        new OfficerState(subject, evaluators, store.facts(subject), store.alerts(subject), Instant.MIN),
                cachedFacts);
        ruleChange = new RuleChange(store, evaluators.version(), this::judgeAgain);
        search = context.schedule(SEARCH_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::search);
    }

    @Override
    public void process(Record<Subject, Arrival> record) {
        Subject subject = record.key();
        Arrival arrival = record.value();
        Instant asOf = Instant.ofEpochMilli(record.timestamp());
        if (!states.holds(subject) && !ruleChange.apply(subject, asOf)) {
            states.begin(subject, new OfficerState(subject, evaluators, List.of(), List.of(), Instant.MIN));
        }
        // A state that cannot be loaded is no fault of the record: it fails the task.
        OfficerState state = states.get(subject);
        int size = state.size();
        Decision decision;
        try {
            decision = Decision.on(state, arrival, asOf, codec);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A record failed and becomes a dead letter: {} at {}", e.getClass(), place(e));
            reject(arrival, Rejection.Reason.PROCESSING_FAILED);
            return;
        }
        if (decision.isTooLarge()) {
            reject(arrival, Rejection.Reason.TOO_LARGE);
            return;
        }
        states.resized(state.size() - size);
        count(arrival, decision.effects());
        write(subject, decision, record.timestamp());
    }

    private void write(Subject subject, Decision decision, long timestamp) {
        decision.months().forEach(month -> store.putMonth(subject, month.month(), month.facts()));
        decision.alerts().forEach(store::putAlert);
        outputs.alerts(decision.effects().alerts(), timestamp);
        outputs.handovers(decision.effects().handovers(), timestamp);
    }

    /** What failed may have left the state in memory half changed; what is stored is not. */
    private void reject(Arrival arrival, Rejection.Reason reason) {
        states.forgetAll();
        Rejection rejection = new Rejection(reason, null);
        if (arrival instanceof Arrival.Published) {
            accounting.count(arrival.origin(), rejection);
        }
        outputs.deadLetter(DeadLetters.of(arrival.origin(), rejection));
    }

    private void count(Arrival arrival, Effects effects) {
        if (arrival instanceof Arrival.Published) {
            accounting.count(arrival.origin(), Accounting.Outcome.of(effects.verdict()));
        }
    }

    private void search(long now) {
        if (ruleChange.search(Instant.ofEpochMilli(now))) {
            search.cancel();
        }
    }

    private void judgeAgain(Subject subject, Instant asOf) {
        OfficerState state = states.get(subject);
        Decision.encode(state.reevaluate(new Cause(asOf, RULES_CHANGED)), codec).forEach(stored -> {
            store.putAlert(stored);
            outputs.alert(stored.alert(), asOf.toEpochMilli());
        });
    }

    private static String place(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "unknown place" : e.getStackTrace()[0].toString();
    }
}
