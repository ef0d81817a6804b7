package org.misconductmonitor.engine;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/**
 * Everything known of one subject, kept so that the next fact in order costs the same however long the history. A
 * function of its facts and rules: it can be dropped at any time and built again from what is stored. One thread at a
 * time.
 */
public final class OfficerState {
    private static final Comparator<StoredFact> ORDER =
            Comparator.comparing(StoredFact::order).thenComparing(StoredFact::key);

    private final Evaluators evaluators;
    private final OfficerRecord record;
    private final AlertBook book;
    private final Differ differ;
    private final RuleProgresses progress;
    private final Impacts impacts;

    /**
     * @param facts every fact stored of the subject, in any order
     * @param alerts the latest revision of every alert published about the subject
     * @param now the time up to which the subject was last advanced; {@link Instant#MIN} if it never was
     */
    public OfficerState(
            Subject subject, Evaluators evaluators, Iterable<StoredFact> facts, Collection<Alert> alerts, Instant now) {
        this.evaluators = evaluators;
        this.progress = new RuleProgresses(evaluators, now);
        this.record = new OfficerRecord(subject);
        this.book = new AlertBook(subject, alerts);
        this.impacts = new Impacts(evaluators, progress::of, book);
        this.differ = new Differ(book, new AlertWriter(subject, record::seen));
        record.load(facts);
        progress.start(seen());
    }

    /** Takes an event published under this subject's key. */
    public Effects accept(Event event, Instant asOf) {
        if (event.type() == EventType.ERASED) {
            return erase(event, asOf);
        }
        if (record.hasErased(event)) {
            return Effects.nothing(Verdict.SUPERSEDED);
        }
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
        boolean stays = handover.present() && !record.hasErased(handover.fact().event());
        StoredFact arriving = stays ? handover.fact() : null;
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
        List<Alert> transitions = new ArrayList<>(0);
        progress.advance(
                until,
                (evaluator, account) ->
                        transitions.addAll(differ.raise(evaluator, account, new Cause(progress.now(), null))));
        return Effects.of(transitions);
    }

    /** When something falls due if no fact comes before, or null: {@link #advance} has nothing to do until then. */
    public Instant nextDue() {
        return progress.nextDue();
    }

    /** How far time has been let pass. */
    public Instant now() {
        return progress.now();
    }

    /** The same record under other rules; {@link #reevaluate} tells what that changes. */
    public OfficerState under(Evaluators others) {
        List<StoredFact> facts =
                record.index().entries().stream().map(entry -> entry.fact).toList();
        return new OfficerState(record.subject(), others, facts, book.latest(), now());
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
            transitions.addAll(differ.compare(evaluator, progress.refold(evaluator, seen), cause));
        }
        return transitions;
    }

    /** What every fact of the record is to the rules on tenants: after those rules have changed. */
    public List<Contribution> contributions() {
        return seen().stream()
                .map(fact -> evaluators.contributor().of(record.subject(), fact, null))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Contribution::tenantKey))
                .toList();
    }

    public List<Alert> standing() {
        return book.standing();
    }

    /** The facts that count, as rules see them now, in no order. */
    public List<Observation> counting() {
        return seen();
    }

    /** Number of facts in the record, those that do not count included. */
    public int size() {
        return record.index().entries().size();
    }

    /** How many {@link #factsOf} that month there are. */
    public int countOf(YearMonth month) {
        return record.index().ofMonth(month).size();
    }

    /** The facts whose own business time lies in that month (UTC), those that do not count included, in order. */
    public List<StoredFact> factsOf(YearMonth month) {
        List<OfficerRecord.Entry> entries = record.index().ofMonth(month);
        if (entries.size() == 1) {
            return List.of(entries.get(0).fact);
        }
        return entries.stream().map(entry -> entry.fact).sorted(ORDER).toList();
    }

    /** Whether {@link #accept(Event, Instant)} would make it one fact more, and touch no other. */
    public boolean isNew(Event event) {
        return event.type() != EventType.ERASED
                && !record.hasErased(event)
                && record.get(StoredFact.of(event).key()) == null;
    }

    /** As {@link #factsOf} the month of the fact, if it were in the record, too. */
    public List<StoredFact> factsWith(StoredFact added) {
        return Stream.concat(factsOf(added.month()).stream(), Stream.of(added))
                .sorted(ORDER)
                .toList();
    }

    private Effects erase(Event event, Instant asOf) {
        StoredFact latest = StoredFact.of(event);
        StoredFact known = record.index().erasure();
        if (known != null && known.order().compareTo(latest.order()) >= 0) {
            return Effects.nothing(known.order().equals(latest.order()) ? Verdict.DUPLICATE : Verdict.SUPERSEDED);
        }
        List<StoredFact> erased = new ArrayList<>();
        RecordChange change = record.erase(latest, erased);
        List<Contribution> contributions =
                evaluators.contributor().of(record.subject(), change.shifts(), Reasons.ERASED);
        List<Alert> transitions = book.forget(
                eventId -> !record.index().withEventId(eventId).isEmpty(),
                reevaluate(new Cause(asOf, Reasons.ERASED)),
                asOf);
        return new Effects(null, latest, null, transitions, change.handovers(), contributions, erased);
    }

    private Effects replace(StoredFact known, StoredFact arriving, Verdict verdict, Cause cause) {
        RecordChange change = record.replace(known, arriving);
        if (change == RecordChange.NONE) {
            return new Effects(verdict, arriving, known, List.of(), List.of(), List.of());
        }
        List<Contribution> contributions =
                evaluators.contributor().of(record.subject(), change.shifts(), cause.reason());
        if (change.shifts().size() == 1 && change.shifts().get(0).isNew()) {
            List<Alert> transitions = takeNew(change.shifts().get(0).after(), cause);
            return new Effects(verdict, arriving, known, transitions, change.handovers(), contributions);
        }
        List<Alert> transitions = new ArrayList<>(0);
        List<Observation> seen = null;
        for (Map.Entry<Evaluator, Impacts.Impact> entry :
                impacts.of(change.shifts()).entrySet()) {
            Evaluator evaluator = entry.getKey();
            if (entry.getValue().next() != null) {
                transitions.addAll(differ.raise(
                        evaluator, progress.step(evaluator, entry.getValue().next()), cause));
            } else {
                seen = seen == null ? seen() : seen;
                transitions.addAll(differ.compare(evaluator, progress.refold(evaluator, seen), cause));
            }
        }
        return new Effects(verdict, arriving, known, transitions, change.handovers(), contributions);
    }

    /** The common case: one fact more, and nothing that was known looks otherwise. */
    private List<Alert> takeNew(Observation fact, Cause cause) {
        List<Alert> transitions = new ArrayList<>(0);
        for (Evaluator evaluator : evaluators.accepting(fact)) {
            if (progress.of(evaluator).isNext(fact)) {
                transitions.addAll(differ.raise(evaluator, progress.step(evaluator, fact), cause));
            } else {
                transitions.addAll(differ.compare(evaluator, progress.refold(evaluator, seen()), cause));
            }
        }
        return transitions;
    }

    private List<Observation> seen() {
        List<Observation> seen = new ArrayList<>(record.index().entries().size());
        for (OfficerRecord.Entry entry : record.index().entries()) {
            if (entry.seen != null) {
                seen.add(entry.seen);
            }
        }
        return seen;
    }
}
