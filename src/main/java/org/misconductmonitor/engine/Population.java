package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.RuleSet;

/**
 * All subjects and tenants in memory: the monitor without a broker. One thread at a time. What rules on tenants say is
 * settled when time passes and by {@link #settle}, not at each event.
 */
public final class Population {
    private record Due(Instant at, OfficerState state) {}

    private static final String RULES_CHANGED = "the rules changed";

    private Evaluators evaluators;
    private final Map<Subject, OfficerState> states = new LinkedHashMap<>();
    /** May hold times at which nothing is due any more. */
    private final PriorityQueue<Due> dues = new PriorityQueue<>(Comparator.comparing(Due::at));

    private final Map<OfficerState, Instant> expected = new HashMap<>();
    private final Map<String, TenantState> tenants = new TreeMap<>();
    private Instant now = Instant.MIN;

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
        OfficerState published = current(event.subject());
        Effects effects = published.accept(event, asOf);
        expect(published);
        contribute(effects);
        if (effects.handovers().isEmpty()) {
            return new Taken(effects.verdict(), effects.alerts());
        }
        List<Alert> alerts = new ArrayList<>(effects.alerts());
        Deque<Handover> travelling = new ArrayDeque<>(effects.handovers());
        while (!travelling.isEmpty()) {
            Handover handover = travelling.poll();
            OfficerState receiver = current(Subject.ofOfficer(handover.toOfficerId()));
            Effects arrived = receiver.accept(handover, asOf);
            expect(receiver);
            contribute(arrived);
            alerts.addAll(arrived.alerts());
            travelling.addAll(arrived.handovers());
        }
        return new Taken(effects.verdict(), alerts);
    }

    /**
     * Publishes what the events taken since the last time have changed for rules on tenants.
     *
     * @param asOf the newest time known, for the alerts
     */
    public List<Alert> settle(Instant asOf) {
        List<Alert> alerts = new ArrayList<>(0);
        tenants.values().forEach(tenant -> alerts.addAll(tenant.settle(new Cause(asOf, null))));
        return alerts;
    }

    /**
     * Lets time pass for everybody, and settles.
     *
     * @param until business time, inclusive; time does not go back to an earlier one than before
     * @return transitions: those of officers, then those of each tenant, each in order of the time at which something
     *     fell due
     */
    public List<Alert> advance(Instant until) {
        now = until.isAfter(now) ? until : now;
        List<Alert> alerts = new ArrayList<>(0);
        while (!dues.isEmpty() && !dues.peek().at.isAfter(now)) {
            Due due = dues.poll();
            expected.remove(due.state, due.at);
            if (due.at.equals(due.state.nextDue())) {
                alerts.addAll(due.state.advance(due.at).alerts());
                expect(due.state);
            }
        }
        tenants.values().forEach(tenant -> alerts.addAll(tenant.advance(now, new Cause(until, null))));
        return alerts;
    }

    /**
     * Puts other rules in force, judges everybody again by them, and settles.
     *
     * @param asOf the newest time known, for the alerts
     * @return transitions: those of officers, then those of each tenant
     */
    public List<Alert> change(RuleSet rules, Instant asOf) {
        evaluators = Evaluators.of(rules);
        Cause cause = new Cause(asOf, RULES_CHANGED);
        List<Alert> alerts = new ArrayList<>();
        Map<String, List<Contribution>> contributions = new TreeMap<>();
        dues.clear();
        expected.clear();
        states.replaceAll((subject, state) -> state.under(evaluators));
        for (OfficerState state : states.values()) {
            alerts.addAll(state.reevaluate(cause));
            // For whom nothing fell due by the old rules, time has not passed yet.
            alerts.addAll(state.advance(now).alerts());
            expect(state);
            state.contributions().forEach(contribution -> contributions
                    .computeIfAbsent(contribution.tenantId(), tenant -> new ArrayList<>())
                    .add(contribution));
        }
        contributions.keySet().forEach(this::tenant);
        tenants.replaceAll((id, tenant) -> tenant.under(evaluators, contributions.getOrDefault(id, List.of())));
        tenants.values().forEach(tenant -> alerts.addAll(tenant.advance(now, cause)));
        return alerts;
    }

    /**
     * Every alert that stands, in the order of {@link AlertOrder}; those of rules on tenants as they stood when the
     * population was last settled or advanced.
     */
    public List<Alert> standing() {
        return Stream.concat(
                        states.values().stream().flatMap(state -> state.standing().stream()),
                        tenants.values().stream().flatMap(tenant -> tenant.standing().stream()))
                .sorted(AlertOrder.PUBLISHED)
                .toList();
    }

    /** Every fact that counts, as rules see it now, by the subject in whose record it is. */
    public Map<Subject, List<Observation>> counting() {
        Map<Subject, List<Observation>> counting = new LinkedHashMap<>();
        states.forEach((subject, state) -> counting.put(subject, state.counting()));
        return counting;
    }

    private void contribute(Effects effects) {
        for (Contribution contribution : effects.contributions()) {
            tenant(contribution.tenantId()).accept(contribution);
        }
    }

    private TenantState tenant(String tenantId) {
        return tenants.computeIfAbsent(
                tenantId, tenant -> new TenantState(tenant, evaluators, List.of(), List.of(), now));
    }

    private void expect(OfficerState state) {
        Instant due = state.nextDue();
        if (due != null && !due.equals(expected.put(state, due))) {
            dues.add(new Due(due, state));
        }
    }

    /** The state as of now: one for whom nothing fell due lags behind. */
    private OfficerState current(Subject subject) {
        OfficerState state = state(subject);
        state.advance(now);
        return state;
    }

    private OfficerState state(Subject subject) {
        return states.computeIfAbsent(subject, s -> new OfficerState(s, evaluators, List.of(), List.of(), now));
    }
}
