package org.misconductmonitor.rule;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Sha256;

/**
 * The rules in force together, in order of their ids.
 *
 * @param rules with distinct ids
 */
public record RuleSet(List<Rule> rules) {
    private static final int VERSION_BYTES = 8;

    public static final RuleSet NONE = new RuleSet(List.of());

    public RuleSet {
        rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        long ids = rules.stream().map(Rule::id).distinct().count();
        if (ids != rules.size()) {
            throw new IllegalArgumentException("two rules have one id");
        }
    }

    /** Changes whenever any rule does, and with the bank holidays if any rule counts working days. */
    public String version() {
        String text = rules.stream()
                .map(rule -> rule.id() + "@" + rule.version() + holidays(rule))
                .collect(Collectors.joining(","));
        return Sha256.hex(text, VERSION_BYTES);
    }

    private static String holidays(Rule rule) {
        return rule.condition().delays().stream()
                .filter(Delay.WorkingDays.class::isInstance)
                .map(delay -> ((Delay.WorkingDays) delay).calendar())
                .distinct()
                .map(calendar -> "+" + new TreeSet<>(calendar.holidays()))
                .collect(Collectors.joining());
    }
}
