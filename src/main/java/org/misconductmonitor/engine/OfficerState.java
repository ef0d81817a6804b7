package org.misconductmonitor.engine;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/**
 * Everything known of one subject, kept so that the next fact in order costs the same however long the history. A
 * function of its facts and rules: it can be dropped at any time and built again from what is stored. One thread at a
 * time.
 */
public final class OfficerState {
    private final Evaluators evaluators;
    private final OfficerRecord record;
    private final AlertBook book;
    private final Differ differ;
    private final Map<String, RuleProgress> progress = new HashMap<>();
    private final Timetable timetable = new Timetable();
    private Instant now;

    /**
     * @param facts every fact stored of the subject, in any order
     * @param alerts the latest revision of every alert published about the subject
     * @param now the time up to which the subject was last advanced; {@link Instant#MIN} if it never was
     */
    public OfficerState(
            Subject subject, Evaluators evaluators, Iterable<StoredFact> facts, Collection<Alert> alerts, Instant now) {
        this.now = now;
        this.evaluators = evaluators;
        this.record = new OfficerRecord(subject);
        this.book = new AlertBook(alerts);
        this.differ = new Differ(book, new AlertWriter(subject, record));
        record.load(facts);
        List<Observation> seen = seen();
        if (!seen.isEmpty()) {
            seen.stream()
                    .flatMap(fact -> accepting(fact).stream())
                    .distinct()
                    .forEach(evaluator -> refold(evaluator, seen));
        }
    }

    /** Takes an event published under this subject's key. */
    public Effects accept(Event event, Instant asOf) {
        StoredFact arriving = StoredFact.of(event);
        StoredFact known = record.get(arriving.key());
        Verdict verdict = known == null ? null : EventRevisions.compare(known.event(), event);
        if (verdict != null && verdict != Verdict.REPLACES) {
            return Effects.nothing(verdict);
        }
        return replace(known, arriving, verdict, new Cause(asOf, Reasons.of(event, verdict)));
    }

    /** Takes a fact handed over from another officer's key, or takes it back; what was handed over last stands. */
    public Effects accept(Handover handover, Instant asOf) {
        StoredFact known = record.get(handover.fact().key());
        StoredFact arriving = handover.present() ? handover.fact() : null;
        if (Objects.equals(known, arriving)) {
            return Effects.nothing(Verdict.DUPLICATE);
        }
        Verdict verdict = known == null ? null : Verdict.REPLACES;
        return replace(known, arriving, verdict, new Cause(asOf, Reasons.of(handover)));
    }

    /**
     * Lets time pass: what falls due up to then fires, at the time it falls due. Time never goes back.
     *
     * @param until business time, inclusive; live the wall clock
     */
    public Effects advance(Instant until) {
        if (until.isAfter(now)) {
            now = until;
        }
        List<Alert> transitions = new ArrayList<>(0);
        for (RuleProgress due = timetable.pollDue(now); due != null; due = timetable.pollDue(now)) {
            Account account = due.advance(now);
            timetable.expect(due);
            transitions.addAll(differ.raise(due.evaluator(), account, new Cause(now, null)));
        }
        return Effects.of(transitions);
    }

    /** When something falls due if no fact comes before, or null: {@link #advance} has nothing to do until then. */
    public Instant nextDue() {
        return timetable.nextDue();
    }

    /** How far time has been let pass. */
    public Instant now() {
        return now;
    }

    /** Compares all rules to all that stands: after the rules have changed. */
    public List<Alert> reevaluate(Cause cause) {
        List<Alert> transitions = new ArrayList<>();
        List<Observation> seen = seen();
        List<String> known = evaluators.all().stream().map(e -> e.rule().id()).toList();
        for (String ruleId : book.rules()) {
            if (!known.contains(ruleId)) {
                transitions.addAll(differ.withdrawAll(ruleId, cause));
            }
        }
        for (Evaluator evaluator : evaluators.all()) {
            transitions.addAll(differ.compare(evaluator, refold(evaluator, seen), cause));
        }
        return transitions;
    }

    public List<Alert> standing() {
        return book.standing();
    }

    /** Number of facts in the record, those that do not count included. */
    public int size() {
        return record.entries().size();
    }

    /** The facts whose own business time lies in that month (UTC), those that do not count included, in order. */
    public List<StoredFact> factsOf(YearMonth month) {
        return record.ofMonth(month).stream()
                .map(entry -> entry.fact)
                .sorted(Comparator.comparing(StoredFact::order).thenComparing(StoredFact::key))
                .toList();
    }

    private Effects replace(StoredFact known, StoredFact arriving, Verdict verdict, Cause cause) {
        RecordChange change = record.replace(known, arriving);
        Map<Evaluator, Impact> impacts = new LinkedHashMap<>();
        change.shifts().forEach(shift -> weigh(shift, impacts));
        List<Alert> transitions = new ArrayList<>(0);
        List<Observation> seen = null;
        for (Map.Entry<Evaluator, Impact> entry : impacts.entrySet()) {
            Evaluator evaluator = entry.getKey();
            if (entry.getValue().next() != null) {
                RuleProgress going = progress(evaluator);
                Account account = going.step(entry.getValue().next(), now);
                timetable.expect(going);
                transitions.addAll(differ.raise(evaluator, account, cause));
            } else {
                seen = seen == null ? seen() : seen;
                transitions.addAll(differ.compare(evaluator, refold(evaluator, seen), cause));
            }
        }
        return new Effects(verdict, arriving, known, transitions, change.handovers());
    }

    /** Notes for each rule that looks at the fact whether it can go on from where it is or must start again. */
    private void weigh(RecordChange.Shift shift, Map<Evaluator, Impact> impacts) {
        List<Evaluator> before = accepting(shift.before());
        List<Evaluator> after = accepting(shift.after());
        for (Evaluator evaluator : before) {
            if (!after.contains(evaluator) || changes(evaluator, shift)) {
                impacts.put(evaluator, Impact.AGAIN);
            }
        }
        for (Evaluator evaluator : after) {
            if (!before.contains(evaluator)) {
                boolean next = shift.isNew() && progress(evaluator).isNext(shift.after());
                impacts.merge(evaluator, next ? new Impact(shift.after()) : Impact.AGAIN, (a, b) -> Impact.AGAIN);
            }
        }
    }

    private boolean changes(Evaluator evaluator, RecordChange.Shift shift) {
        Observation before = shift.before();
        Observation after = shift.after();
        if (!before.agreesIn(evaluator.fields(), after) || before.event() != after.event()) {
            return true;
        }
        Instant outcomeAt = Outcome.differFrom(before.outcomes(), after.outcomes());
        return outcomeAt != null
                && (evaluator.showsLatestOutcome() || progress(evaluator).reaches(outcomeAt));
    }

    private List<Evaluator> accepting(Observation fact) {
        if (fact == null) {
            return List.of();
        }
        List<Evaluator> accepting = evaluators.candidates(fact);
        accepting.removeIf(evaluator -> !evaluator.accepts(fact));
        return accepting;
    }

    private Account refold(Evaluator evaluator, List<Observation> seen) {
        RuleProgress started = progress(evaluator);
        Account account = started.refold(seen, now);
        timetable.expect(started);
        return account;
    }

    private RuleProgress progress(Evaluator evaluator) {
        return progress.computeIfAbsent(evaluator.rule().id(), id -> new RuleProgress(evaluator));
    }

    private List<Observation> seen() {
        return record.entries().stream()
                .map(entry -> entry.seen)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * What a change means for a rule.
     *
     * @param next the one new fact it can take and go on, or null if it must start again
     */
    private record Impact(Observation next) {
        static final Impact AGAIN = new Impact(null);
    }
}
