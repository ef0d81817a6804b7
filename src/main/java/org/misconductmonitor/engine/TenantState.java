package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Subject;

/**
 * Everything known of one tenant's population, for the rules on all its officers together. A function of what the
 * records contribute and of the rules: it can be dropped whenever it is settled and built again from what is stored. One
 * thread at a time.
 *
 * <p>A fact in order costs what a step of the rules costs that look at it. One that comes late or is corrected makes them
 * start again from the first fact; so that a burst of such facts costs that once, nothing is published before
 * {@link #settle}: drivers call it after a batch.
 */
public final class TenantState {
    private final String tenantId;
    private final Evaluators evaluators;
    private final Map<String, Observation> facts = new HashMap<>();
    private final AlertBook book;
    private final Differ differ;
    private final RuleProgresses progress;
    private final List<Standpoint> standpoints;
    private final Set<String> rulesGone = new HashSet<>();
    private boolean erased;

    /**
     * @param evaluators of a whole set of rules
     * @param contributions of every fact stored of the tenant, in any order
     * @param alerts the latest revision of every alert published of the tenant's population
     * @param now the time up to which the population was last advanced; {@link Instant#MIN} if it never was
     */
    public TenantState(
            String tenantId,
            Evaluators evaluators,
            Iterable<Contribution> contributions,
            Collection<Alert> alerts,
            Instant now) {
        Subject own = Subject.ofTenant(tenantId);
        this.tenantId = tenantId;
        this.evaluators = evaluators.population();
        this.book = new AlertBook(own, alerts);
        this.differ = new Differ(book, new AlertWriter(own, facts::get));
        this.progress = new RuleProgresses(this.evaluators, now);
        this.standpoints = this.evaluators.all().stream().map(Standpoint::new).toList();
        for (Contribution contribution : contributions) {
            facts.put(contribution.tenantKey(), contribution.observation());
        }
        rulesGone.addAll(book.rules());
        for (Standpoint standpoint : standpoints) {
            rulesGone.remove(standpoint.evaluator().rule().id());
            standpoint.becomeStale();
        }
    }

    /**
     * The same tenant under other rules; {@link #settle} tells what that changes.
     *
     * @param contributions what every fact is to those rules
     */
    TenantState under(Evaluators others, Iterable<Contribution> contributions) {
        return new TenantState(tenantId, others, contributions, book.latest(), now());
    }

    /** Takes what a fact is now; publishes nothing before it is settled. */
    public void accept(Contribution contribution) {
        if (!contribution.tenantId().equals(tenantId)) {
            throw new IllegalArgumentException("the fact is another tenant's");
        }
        erased |= contribution.isGone() && Reasons.ERASED.equals(contribution.reason());
        Observation after = contribution.isGone() ? null : contribution.observation();
        Observation before =
                after == null ? facts.remove(contribution.tenantKey()) : facts.put(contribution.tenantKey(), after);
        if (before == null && after != null) {
            evaluators.accepting(after).forEach(evaluator -> takeNew(evaluator, after, contribution.reason()));
        } else if (before != null) {
            List<Evaluator> earlier = evaluators.accepting(before);
            earlier.forEach(evaluator -> takeChanged(evaluator, before, after, contribution.reason()));
            for (Evaluator evaluator : evaluators.accepting(after)) {
                if (!earlier.contains(evaluator)) {
                    takeChanged(evaluator, before, after, contribution.reason());
                }
            }
        }
    }

    private void takeNew(Evaluator evaluator, Observation fact, String reason) {
        Standpoint standpoint = of(evaluator);
        standpoint.note(reason);
        if (!standpoint.isStale() && progress.of(evaluator).isNext(fact)) {
            standpoint.goOn(progress.step(evaluator, fact));
        } else {
            standpoint.becomeStale();
        }
    }

    private void takeChanged(Evaluator evaluator, Observation before, Observation after, String reason) {
        Standpoint standpoint = of(evaluator);
        standpoint.note(reason);
        if (after == null || !before.saysTheSame(evaluator.fields(), after)) {
            standpoint.becomeStale();
        } else if (standpoint.rests(after.key())) {
            // Only the outcome is another, which nothing depends on but what the evidence shows.
            standpoint.becomeUnsure();
        }
    }

    private Standpoint of(Evaluator evaluator) {
        return standpoints.get(evaluator.position());
    }

    /**
     * Publishes what the facts taken since the last time have changed.
     *
     * @param cause the newest time known, and why alerts change for which no fact gives a reason
     * @return transitions, in order of the rules
     */
    public List<Alert> settle(Cause cause) {
        List<Alert> transitions = new ArrayList<>(0);
        rulesGone.stream().sorted().forEach(ruleId -> transitions.addAll(differ.withdrawAll(ruleId, cause)));
        rulesGone.clear();
        for (Standpoint standpoint : standpoints) {
            if (standpoint.isStale()) {
                standpoint.startAgain(progress.refold(standpoint.evaluator(), List.copyOf(facts.values())));
            }
            if (standpoint.isUnsure()) {
                Cause why = new Cause(cause.asOf(), standpoint.reason(cause.reason()));
                transitions.addAll(differ.compare(standpoint.evaluator(), standpoint.account(), why));
            } else {
                transitions.addAll(differ.raise(standpoint.evaluator(), standpoint.unsaid(), cause));
            }
            standpoint.settled();
        }
        if (!erased) {
            return transitions;
        }
        erased = false;
        Set<String> known = facts.values().stream().map(Observation::eventId).collect(Collectors.toSet());
        return book.forget(known::contains, transitions, cause.asOf());
    }

    /**
     * Settles, and lets time pass: what falls due up to then fires, at the time it falls due. Time never goes back.
     *
     * @param until business time, inclusive; live the wall clock
     * @return transitions, those that settling brings first, then in order of the time at which something fell due
     */
    public List<Alert> advance(Instant until, Cause cause) {
        List<Alert> transitions = new ArrayList<>(settle(cause));
        for (Instant due = nextDue(); due != null && !due.isAfter(until); due = nextDue()) {
            fall(due, transitions);
        }
        fall(until, transitions);
        return transitions;
    }

    private void fall(Instant due, List<Alert> transitions) {
        progress.advance(due, (evaluator, account) -> {
            of(evaluator).goOn(account);
            of(evaluator).settled();
            transitions.addAll(differ.raise(evaluator, account, new Cause(due, null)));
        });
    }

    /** When something falls due if no fact comes before, or null; only of a settled population. */
    public Instant nextDue() {
        return progress.nextDue();
    }

    /** How far time has been let pass. */
    public Instant now() {
        return progress.now();
    }

    /** Every alert that stood when it was last settled or advanced, in the order of {@link AlertOrder}. */
    public List<Alert> standing() {
        return book.standing().stream().sorted(AlertOrder.PUBLISHED).toList();
    }

    /** Number of facts. */
    public int size() {
        return facts.size();
    }
}
