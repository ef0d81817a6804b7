package org.misconductmonitor.rule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rules in force together, in order of their ids.
 *
 * @param rules with distinct ids
 */
public record RuleSet(List<Rule> rules) {
    public static final RuleSet NONE = new RuleSet(List.of());

    public RuleSet {
        rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        long ids = rules.stream().map(Rule::id).distinct().count();
        if (ids != rules.size()) {
            throw new IllegalArgumentException("two rules have one id");
        }
    }

    /** Changes whenever any rule does. */
    public String version() {
        return rules.stream().map(rule -> rule.id() + "@" + rule.version()).collect(Collectors.joining(","));
    }
}
