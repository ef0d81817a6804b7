package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.RuleSet;

/** All subjects in memory: the monitor without a broker. One thread at a time. */
public final class Population {
    private final Evaluators evaluators;
    private final Map<Subject, OfficerState> states = new LinkedHashMap<>();

    public Population(RuleSet rules) {
        this.evaluators = Evaluators.of(rules);
    }

    /**
     * What taking one event did.
     *
     * @param verdict null when the event was new
     * @param alerts transitions, in order
     */
    public record Taken(Verdict verdict, List<Alert> alerts) {}

    /**
     * Takes one event and lets facts that it moves to other officers arrive there.
     *
     * @param asOf the newest time known, for the alerts
     */
    public Taken accept(Event event, Instant asOf) {
        Effects effects = state(event.subject()).accept(event, asOf);
        if (effects.handovers().isEmpty()) {
            return new Taken(effects.verdict(), effects.alerts());
        }
        List<Alert> alerts = new ArrayList<>(effects.alerts());
        Deque<Handover> travelling = new ArrayDeque<>(effects.handovers());
        while (!travelling.isEmpty()) {
            Handover handover = travelling.poll();
            Effects arrived = state(Subject.ofOfficer(handover.toOfficerId())).accept(handover, asOf);
            alerts.addAll(arrived.alerts());
            travelling.addAll(arrived.handovers());
        }
        return new Taken(effects.verdict(), alerts);
    }

    /** Every alert that stands, in the order of {@link AlertOrder}. */
    public List<Alert> standing() {
        return states.values().stream()
                .flatMap(state -> state.standing().stream())
                .sorted(AlertOrder.PUBLISHED)
                .toList();
    }

    private OfficerState state(Subject subject) {
        return states.computeIfAbsent(subject, s -> new OfficerState(s, evaluators, List.of(), List.of()));
    }
}
