package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.Cause;
import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.Subject;

/** The states of a task's subjects, as the rules in force make them, and what is published of their alerts. */
final class OfficerStates {
    private static final String RULES_CHANGED = "the rules changed";

    private final RulesInForce rules;
    private final OfficerStore store;
    private final AlertStore alerts;
    private final AlertCodec codec;
    private final SnapshotStore snapshots;
    private final Deadlines deadlines;
    private final Outputs outputs;
    private final Recent<Subject, Kept> recent;

    /** @param cachedFacts how many facts may be in memory */
    OfficerStates(
            RulesInForce rules,
            OfficerStore store,
            AlertStore alerts,
            AlertCodec codec,
            SnapshotStore snapshots,
            Deadlines deadlines,
            Outputs outputs,
            int cachedFacts) {
        this.rules = rules;
        this.store = store;
        this.alerts = alerts;
        this.codec = codec;
        this.snapshots = snapshots;
        this.deadlines = deadlines;
        this.outputs = outputs;
        this.recent = new Recent<>(this::load, kept -> kept.state().size(), cachedFacts);
    }

    /** The subject's state, with its alerts as the rules in force make them. */
    Kept judged(Subject subject, Instant asOf) {
        Kept kept = recent.get(subject);
        Snapshot stored = kept.stored();
        if (!stored.equals(Snapshot.NONE)
                && !stored.rules().equals(rules.evaluators().version())) {
            List<Alert> changed = kept.state().reevaluate(new Cause(asOf, RULES_CHANGED));
            publish(subject, Decision.encode(changed, codec), asOf);
            if (!stored.tenantRules().equals(rules.evaluators().population().version())) {
                outputs.contributions(kept.state().contributions(), asOf);
            }
            deadlines.note(kept, rules.evaluators());
        }
        return kept;
    }

    private Kept load(Subject subject) {
        Snapshot stored = snapshots.of(subject);
        OfficerState state = stored.equals(Snapshot.NONE)
                ? new OfficerState(subject, rules.evaluators(), List.of(), List.of(), Instant.MIN)
                : new OfficerState(subject, rules.evaluators(), store.facts(subject), alerts.of(subject), stored.now());
        return new Kept(subject, state, stored);
    }

    /** Stores transitions of alerts, and sends them to those who keep their lives. */
    void publish(Subject subject, List<Decision.StoredAlert> transitions, Instant asOf) {
        transitions.forEach(stored -> alerts.put(subject, stored));
        outputs.alerts(
                subject, transitions.stream().map(Decision.StoredAlert::alert).toList(), asOf.toEpochMilli());
    }

    /** Tells that the state of a subject has grown or shrunk. */
    void resized(Subject subject) {
        recent.resized(subject);
    }

    /** Drops every state: one of them may be half changed, or judges by rules of before. */
    void forgetAll() {
        recent.clear();
    }
}
