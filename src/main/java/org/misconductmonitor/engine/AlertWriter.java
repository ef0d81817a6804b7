package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Sha256;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Rule;

/** Turns a level reached into an alert that explains itself. */
final class AlertWriter {
    /** What an alert takes from its evidence besides ids and times; a group may be that of the category in its scheme. */
    static final Set<Field> FIELDS = Collections.unmodifiableSet(
            EnumSet.of(Field.CASE_ID, Field.CATEGORY, Field.CATEGORY_SCHEME, Field.GROUP, Field.FORCE, Field.HANDLING));

    private static final int ID_BYTES = 16;

    /** What an alert was written from: from the same it would be written the same. */
    private record Source(Firing firing, List<Observation> facts) {}

    private final Subject own;
    private final Function<String, Observation> facts;
    private final Map<String, Source> written = new HashMap<>();

    /**
     * @param own whose facts they are
     * @param facts finds a fact by its key
     */
    AlertWriter(Subject own, Function<String, Observation> facts) {
        this.own = own;
        this.facts = facts;
    }

    /** The alert as it is first raised. */
    Alert raised(Evaluator evaluator, Firing firing, String alertId, int revision, Cause cause) {
        List<Observation> made = new ArrayList<>(firing.evidence().size());
        for (String key : firing.evidence()) {
            made.add(facts.apply(key));
        }
        written.put(alertId, new Source(firing, made));
        Subject subject = firing.subject() == null ? own : firing.subject();
        Rule rule = evaluator.rule();
        boolean latestOutcome = evaluator.showsLatestOutcome();
        String tenantId = made.get(made.size() - 1).event().tenantId();
        List<Evidence> evidence = new ArrayList<>(made.size());
        for (Observation fact : made) {
            evidence.add(evidence(evaluator, fact, firing, latestOutcome, tenantId));
        }
        return new Alert(
                alertId,
                revision,
                Alert.Transition.RAISED,
                new Alert.RuleRef(rule.id(), rule.version(), rule.title(), rule.status() == Rule.Status.SHADOW),
                firing.level(),
                firing.levelIndex(),
                tenantId,
                subject,
                firing.firedAt(),
                cause.asOf(),
                firing.count(),
                firing.threshold(),
                firing.windowStart(),
                firing.windowEnd(),
                evidence,
                Explanation.of(subject, evaluator, firing, evidence),
                firing.about() == null ? null : firing.about().peers(),
                firing.dueBy(),
                strictest(made),
                null,
                firing.part(),
                null,
                Life.UNREVIEWED,
                Notice.COMPUTED);
    }

    /** Whether the alert was last written from this firing and from facts that are still seen so; no if in doubt. */
    boolean wrote(String alertId, Firing firing) {
        Source source = written.get(alertId);
        if (source == null || !source.firing.equals(firing)) {
            return false;
        }
        for (int i = 0; i < source.facts.size(); i++) {
            if (source.facts.get(i) != facts.apply(firing.evidence().get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Identity of an alert that has no earlier one to continue.
     *
     * @param attempt 0, or more where the identity is taken by an alert with other evidence
     */
    String freshId(Evaluator evaluator, Firing firing, int attempt) {
        String trigger = Firing.eventId(firing.trigger());
        String subject = firing.subject() == null
                ? own.storeKey()
                : own.storeKey() + '\n' + firing.subject().storeKey();
        String text =
                String.join("\n", evaluator.rule().id(), subject, firing.level(), trigger, Integer.toString(attempt));
        if (firing.part() != null) {
            text += '\n' + firing.part();
        }
        return Sha256.hex(text, ID_BYTES);
    }

    private static Evidence evidence(
            Evaluator evaluator, Observation fact, Firing firing, boolean latestOutcome, String tenantId) {
        return new Evidence(
                fact.event().allegationId(),
                fact.text(Field.CASE_ID),
                fact.eventId(),
                evaluator.order(fact).at(),
                fact.text(Field.CATEGORY),
                fact.text(Field.GROUP),
                fact.text(Field.FORCE),
                latestOutcome ? Outcome.latest(fact.outcomes()) : Outcome.knownAt(fact.outcomes(), firing.firedAt()),
                Objects.equals(fact.event().tenantId(), tenantId)
                        ? null
                        : fact.event().tenantId());
    }

    private static Handling strictest(List<Observation> facts) {
        Handling strictest = Handling.OPEN;
        for (Observation fact : facts) {
            strictest = strictest.and(Handling.of(fact.text(Field.HANDLING)));
        }
        return strictest;
    }
}
