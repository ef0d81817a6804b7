package org.misconductmonitor.engine;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
    /** By position of the evaluator; null where a rule has seen nothing yet. */
    private final RuleProgress[] progress;

    private final Impacts impacts;

    /**
     * @param facts every fact stored of the subject, in any order
     * @param alerts the latest revision of every alert published about the subject
     */
    public OfficerState(Subject subject, Evaluators evaluators, Iterable<StoredFact> facts, Collection<Alert> alerts) {
        this.evaluators = evaluators;
        this.progress = new RuleProgress[evaluators.all().size()];
        this.impacts = new Impacts(evaluators, this::progress);
        this.record = new OfficerRecord(subject);
        this.book = new AlertBook(alerts);
        this.differ = new Differ(book, new AlertWriter(subject, record));
        record.load(facts);
        Map<Evaluator, List<Observation>> accepted = new LinkedHashMap<>();
        for (Observation fact : seen()) {
            evaluators.accepting(fact).forEach(evaluator -> accepted.computeIfAbsent(evaluator, e -> new ArrayList<>())
                    .add(fact));
        }
        accepted.forEach((evaluator, observed) -> progress(evaluator).refold(observed));
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
            transitions.addAll(differ.compare(evaluator, progress(evaluator).refold(seen), cause));
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
        List<OfficerRecord.Entry> entries = record.ofMonth(month);
        if (entries.size() == 1) {
            return List.of(entries.get(0).fact);
        }
        return entries.stream()
                .map(entry -> entry.fact)
                .sorted(Comparator.comparing(StoredFact::order).thenComparing(StoredFact::key))
                .toList();
    }

    private Effects replace(StoredFact known, StoredFact arriving, Verdict verdict, Cause cause) {
        RecordChange change = record.replace(known, arriving);
        if (change == RecordChange.NONE) {
            return new Effects(verdict, arriving, known, List.of(), List.of());
        }
        if (change.shifts().size() == 1 && change.shifts().get(0).isNew()) {
            List<Alert> transitions = takeNew(change.shifts().get(0).after(), cause);
            return new Effects(verdict, arriving, known, transitions, change.handovers());
        }
        List<Alert> transitions = new ArrayList<>(0);
        List<Observation> seen = null;
        for (Map.Entry<Evaluator, Impacts.Impact> entry :
                impacts.of(change.shifts()).entrySet()) {
            Evaluator evaluator = entry.getKey();
            if (entry.getValue().next() != null) {
                List<Firing> fired = progress(evaluator).step(entry.getValue().next());
                transitions.addAll(differ.raise(evaluator, fired, cause));
            } else {
                seen = seen == null ? seen() : seen;
                transitions.addAll(differ.compare(evaluator, progress(evaluator).refold(seen), cause));
            }
        }
        return new Effects(verdict, arriving, known, transitions, change.handovers());
    }

    /** The common case: one fact more, and nothing that was known looks otherwise. */
    private List<Alert> takeNew(Observation fact, Cause cause) {
        List<Alert> transitions = new ArrayList<>(0);
        for (Evaluator evaluator : evaluators.accepting(fact)) {
            RuleProgress reached = progress(evaluator);
            if (reached.isNext(fact)) {
                transitions.addAll(differ.raise(evaluator, reached.step(fact), cause));
            } else {
                transitions.addAll(differ.compare(evaluator, reached.refold(seen()), cause));
            }
        }
        return transitions;
    }

    private RuleProgress progress(Evaluator evaluator) {
        int position = evaluators.positionOf(evaluator);
        if (progress[position] == null) {
            progress[position] = new RuleProgress(evaluator);
        }
        return progress[position];
    }

    private List<Observation> seen() {
        return record.entries().stream()
                .map(entry -> entry.seen)
                .filter(Objects::nonNull)
                .toList();
    }
}
