package org.misconductmonitor.backtest;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.misconductmonitor.alert.Alert;

/**
 * What one set of rules raises that another does not.
 *
 * @param rules one a rule and level, by their names
 * @param gained alerts that only the new rules raise
 * @param lost alerts that only the old rules raise
 */
public record Changes(List<Change> rules, List<Raising> gained, List<Raising> lost) {
    /**
     * Of one level of one rule.
     *
     * @param gained alerts that only the new rules raise
     * @param lost alerts that only the old ones raise
     * @param kept alerts that both raise
     */
    public record Change(String ruleId, String level, int gained, int lost, int kept) {
        private static Change of(Raising raising, int gained, int lost, int kept) {
            Alert alert = raising.first();
            return new Change(alert.rule().id(), alert.level(), gained, lost, kept);
        }

        private Change plus(Change other) {
            return new Change(ruleId, level, gained + other.gained, lost + other.lost, kept + other.kept);
        }
    }

    private record RuleLevel(String ruleId, String level) {}

    private static final Comparator<RuleLevel> BY_NAME =
            Comparator.comparing(RuleLevel::ruleId).thenComparing(RuleLevel::level);

    /**
     * Compares what two sets of rules raised on the same events.
     *
     * @param before of the rules to compare with
     */
    public static Changes between(History before, History after) {
        Map<AlertIdentity, Raising> old = byIdentity(before);
        Map<AlertIdentity, Raising> now = byIdentity(after);
        List<Raising> gained = without(now, old.keySet());
        List<Raising> lost = without(old, now.keySet());
        List<Raising> kept = without(now, AlertIdentity.of(gained));
        Map<RuleLevel, Change> changes = Stream.of(
                        gained.stream().map(raising -> Change.of(raising, 1, 0, 0)),
                        lost.stream().map(raising -> Change.of(raising, 0, 1, 0)),
                        kept.stream().map(raising -> Change.of(raising, 0, 0, 1)))
                .flatMap(Function.identity())
                .collect(Collectors.toMap(
                        change -> new RuleLevel(change.ruleId, change.level),
                        Function.identity(),
                        Change::plus,
                        () -> new TreeMap<>(BY_NAME)));
        return new Changes(List.copyOf(changes.values()), gained, lost);
    }

    private static List<Raising> without(Map<AlertIdentity, Raising> some, Set<AlertIdentity> others) {
        return some.entrySet().stream()
                .filter(entry -> !others.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Two alerts of one identity, raised at different times, count once. */
    private static Map<AlertIdentity, Raising> byIdentity(History history) {
        return history.raisings().stream()
                .collect(Collectors.toMap(
                        raising -> AlertIdentity.of(raising.first()), r -> r, (a, b) -> a, LinkedHashMap::new));
    }
}
