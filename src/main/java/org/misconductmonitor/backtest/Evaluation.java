package org.misconductmonitor.backtest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Rule;

/** Works the figures out of a history. */
public final class Evaluation {
    private record RuleLevel(String ruleId, int levelIndex) {}

    private final History history;
    private final Findings findings;
    private final Records records;
    private final LeadTimes leadTimes;
    private final double officerYears;

    private Evaluation(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
        this.records = history.records();
        this.leadTimes = new LeadTimes(records, findings);
        this.officerYears = records.officerYears(history.from(), history.until());
    }

    /** @param findings which outcome each finding is */
    public static BacktestResult of(History history, Findings findings) {
        return new Evaluation(history, findings).result();
    }

    private BacktestResult result() {
        List<Raising> raisings = history.raisings();
        List<RuleFigures> figures =
                raisings.stream().collect(Collectors.groupingBy(Evaluation::ruleLevel)).values().stream()
                        .map(this::figures)
                        .sorted(Comparator.comparing(RuleFigures::ruleId).thenComparing(RuleFigures::levelIndex))
                        .toList();
        Set<String> heard = figures.stream().map(RuleFigures::ruleId).collect(Collectors.toSet());
        return new BacktestResult(
                history.rules().version(),
                history.from(),
                history.until(),
                history.events(),
                records.officers().size(),
                officerYears,
                (int) aboutOfficers(raisings)
                        .map(raising -> raising.first().subject())
                        .distinct()
                        .count(),
                raisings.size(),
                figures,
                history.rules().rules().stream()
                        .map(Rule::id)
                        .filter(id -> !heard.contains(id))
                        .toList(),
                Tally.of(records.cases().stream().map(officerCase -> officerCase.outcome(findings))),
                tally(flagged(raisings).keySet()),
                officersBy(Collectors.summingInt(raising -> 1)),
                officersBy(Collectors.collectingAndThen(
                        Collectors.mapping(raising -> raising.first().rule().id(), Collectors.toSet()), Set::size)),
                Lead.count(leadTimes.toOutcome(raisings)));
    }

    private RuleFigures figures(List<Raising> raisings) {
        Alert example = raisings.get(0).first();
        Map<OfficerCase.Id, Instant> flagged = flagged(raisings);
        List<OfficerCase.Id> open = flagged.entrySet().stream()
                .filter(entry -> wasOpen(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return new RuleFigures(
                example.rule().id(),
                example.rule().title(),
                example.rule().shadow(),
                example.level(),
                example.levelIndex(),
                raisings.size(),
                (int) raisings.stream().filter(Raising::withdrawn).count(),
                (int) raisings.stream().filter(Raising::resolved).count(),
                (int) aboutOfficers(raisings)
                        .map(raising -> raising.first().subject())
                        .distinct()
                        .count(),
                officerYears == 0 ? null : 100 * raisings.size() / officerYears,
                raisings.stream().collect(Collectors.toMap(Evaluation::year, r -> 1, Integer::sum, TreeMap::new)),
                tally(flagged.keySet()),
                tally(open),
                Days.of(leadTimes.toOutcome(raisings)),
                Days.of(leadTimes.toLeaving(raisings)));
    }

    /** The cases in the evidence, with the time at which an alert first named each. */
    private Map<OfficerCase.Id, Instant> flagged(List<Raising> raisings) {
        Map<OfficerCase.Id, Instant> flagged = new HashMap<>();
        for (Raising raising : raisings) {
            Alert alert = raising.first();
            alert.evidence().stream()
                    .flatMap(evidence -> records.casesOf(alert.subject(), evidence).stream())
                    .forEach(id -> flagged.merge(id, raising.raisedAt(), (a, b) -> a.isBefore(b) ? a : b));
        }
        return flagged;
    }

    private boolean wasOpen(OfficerCase.Id id, Instant at) {
        OfficerCase officerCase = records.find(id);
        return officerCase != null && officerCase.wasOpenAt(at);
    }

    private Tally tally(Collection<OfficerCase.Id> ids) {
        return Tally.of(ids.stream().map(records::find).map(c -> c == null ? CaseOutcome.VOID : c.outcome(findings)));
    }

    private Map<Integer, Integer> officersBy(Collector<Raising, ?, Integer> size) {
        Map<Subject, Integer> sizes = aboutOfficers(history.raisings())
                .collect(Collectors.groupingBy(raising -> raising.first().subject(), size));
        return sizes.values().stream()
                .collect(Collectors.toMap(Function.identity(), s -> 1, Integer::sum, TreeMap::new));
    }

    private static Stream<Raising> aboutOfficers(List<Raising> raisings) {
        return raisings.stream().filter(raising -> raising.first().subject().kind() == Subject.Kind.OFFICER);
    }

    private static RuleLevel ruleLevel(Raising raising) {
        return new RuleLevel(raising.first().rule().id(), raising.first().levelIndex());
    }

    private static int year(Raising raising) {
        return raising.raisedAt().atOffset(ZoneOffset.UTC).getYear();
    }
}
