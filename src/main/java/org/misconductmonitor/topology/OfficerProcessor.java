package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.engine.Effects;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.WorkingCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each subject's record and publishes what changes in its alerts, by facts, by time and by new rules. It decides
 * first and writes last, because a failure in the middle does not take writes back.
 */
final class OfficerProcessor implements Processor<Subject, Arrival, Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(OfficerProcessor.class);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final int WOKEN_A_TICK = 100;
    private static final Duration POSTPONED = Duration.ofHours(1);

    private final Evaluators started;
    private final WorkingCalendar calendar;
    private final int cachedFacts;
    private final Backlog backlog;
    private final AlertCodec codec = new AlertCodec();
    private final Patience patience = new Patience();
    private ProcessorContext<Object, Object> context;
    private OfficerStore store;
    private FullMonths fullMonths;
    private Accounting accounting;
    private Outputs outputs;
    private RulesInForce rules;
    private OfficerStates states;
    private Deadlines deadlines;
    private RuleChange ruleChange;
    private TaskClock clock;

    /** @param started the rules to begin with, before any that are published and count the days of the calendar */
    OfficerProcessor(Evaluators started, WorkingCalendar calendar, int cachedFacts, Backlog backlog) {
        this.backlog = backlog;
        this.started = started;
        this.calendar = calendar;
        this.cachedFacts = cachedFacts;
    }

    /** Also called again, after a transaction was taken back: nothing in memory may outlive that. */
    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        store = new OfficerStore(context.getStateStore(Names.OFFICER_EVENTS));
        fullMonths = new FullMonths();
        SnapshotStore snapshots = new SnapshotStore(context.getStateStore(Names.OFFICER_SNAPSHOT));
        accounting = new Accounting(context.getStateStore(Names.ACCOUNTING));
        outputs = new Outputs(context);
        deadlines = new Deadlines(snapshots, new DueTimes(context.getStateStore(Names.DUE_TIMES)));
        rules = new RulesInForce(started, calendar, context.getStateStore(Names.RULES));
        states = new OfficerStates(
                rules,
                store,
                new AlertStore(context.getStateStore(Names.STANDING_ALERTS), codec),
                codec,
                snapshots,
                deadlines,
                outputs,
                cachedFacts);
        ruleChange = new RuleChange(snapshots);
        clock = new TaskClock(wall(), backlog);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<Subject, Arrival> record) {
        Instant written = Instant.ofEpochMilli(record.timestamp());
        clock.read(written, patience.with(record.value(), written), wall());
        if (record.value() instanceof Arrival.Fact fact) {
            process(record, fact);
        } else if (record.value() instanceof Arrival.RulePublished published) {
            rules.take(published.version());
            // They judge by the rules of before.
            states.forgetAll();
        }
    }

    private void process(Record<Subject, Arrival> record, Arrival.Fact arrival) {
        Instant asOf = Instant.ofEpochMilli(record.timestamp());
        // A state that cannot be loaded is no fault of the record: it fails the task.
        Kept kept = states.judged(record.key(), asOf);
        OfficerState state = kept.state();
        if (fullMonths.refuse(record.key(), state, arrival)) {
            refuse(arrival, Rejection.Reason.TOO_LARGE);
            return;
        }
        Decision decision;
        try {
            decision = Decision.on(state, arrival, asOf, codec, month -> store.month(record.key(), month));
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A record failed and becomes a dead letter: {} at {}", e.getClass(), FailurePlace.of(e));
            reject(arrival, Rejection.Reason.PROCESSING_FAILED);
            return;
        }
        if (decision.isTooLarge()) {
            fullMonths.note(record.key());
            reject(arrival, Rejection.Reason.TOO_LARGE);
            return;
        }
        states.resized(record.key());
        count(arrival, decision.effects());
        if (arrival instanceof Arrival.Published published
                && Accounting.Outcome.of(decision.effects().verdict()) == Accounting.Outcome.ACCEPTED) {
            outputs.combination(published, asOf);
        }
        write(kept, decision, record.timestamp());
    }

    private void write(Kept kept, Decision decision, long timestamp) {
        decision.months().forEach(month -> store.putMonth(kept.subject(), month.month(), month.facts()));
        states.publish(kept.subject(), decision.alerts(), Instant.ofEpochMilli(timestamp));
        outputs.handovers(decision.effects().handovers(), timestamp);
        if (decision.effects().changedRecord()) {
            Instant knownAt = Instant.ofEpochMilli(timestamp);
            outputs.contributions(decision.effects().contributions(), knownAt);
            kept.touch(knownAt);
            deadlines.note(kept, rules.evaluators());
        }
    }

    /** What failed may have left the state in memory half changed; what is stored is not. */
    private void reject(Arrival.Fact arrival, Rejection.Reason reason) {
        states.forgetAll();
        refuse(arrival, reason);
    }

    private void refuse(Arrival.Fact arrival, Rejection.Reason reason) {
        Rejection rejection = new Rejection(reason, null);
        if (arrival instanceof Arrival.Published) {
            accounting.count(arrival.origin(), rejection);
        }
        outputs.deadLetter(DeadLetters.of(arrival.origin(), rejection));
    }

    private void count(Arrival.Fact arrival, Effects effects) {
        if (arrival instanceof Arrival.Published) {
            accounting.count(arrival.origin(), Accounting.Outcome.of(effects.verdict()));
        }
    }

    private void tick(long wall) {
        Instant now = clock.now(Instant.ofEpochMilli(wall));
        ruleChange.search(rules.evaluators().version(), subject -> states.judged(subject, Instant.ofEpochMilli(wall)));
        deadlines.until(now, WOKEN_A_TICK).forEach(subject -> wake(subject, now));
    }

    /** Lets time pass for a subject for whom something may have fallen due. */
    private void wake(Subject subject, Instant now) {
        Kept kept = states.judged(subject, now);
        if (kept.isSettled(now)) {
            List<Decision.StoredAlert> fallenDue;
            try {
                fallenDue = Decision.encode(kept.state().advance(now).alerts(), codec);
            } catch (RuntimeException e) {
                LOG.error(
                        "Deadlines of a subject failed, again in an hour: {} at {}", e.getClass(), FailurePlace.of(e));
                states.forgetAll();
                deadlines.postpone(subject, now.plus(POSTPONED));
                return;
            }
            states.publish(subject, fallenDue, now);
        }
        deadlines.renew(kept, rules.evaluators());
    }

    private Instant wall() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
