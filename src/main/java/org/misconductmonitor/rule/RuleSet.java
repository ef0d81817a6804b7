package org.misconductmonitor.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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
