package org.misconductmonitor.platform.bench;

import java.util.List;
import java.util.StringJoiner;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/**
 * Any number of rules such as analysts write: most ask for families or codes, one in fourteen looks at everything; all
 * counting keys, windows from half a year to ten years, one to three levels.
 */
public final class SyntheticRules {
    private static final String[] WINDOWS = {"P180D", "P365D", "P12M", "P730D", "P24M", "P5Y", "P10Y"};
    private static final String[] COUNTS = {"allegations", "cases", "allegations", "categories", "forces", "cases"};
    private static final String[] LEVELS = {"AMBER", "RED", "IMMEDIATE"};
    private static final int BROAD_EVERY = 14;
    private static final int SPREAD = 5;

    private SyntheticRules() {}

    public static RuleSet of(int number) {
        StringJoiner file = new StringJoiner("---\n");
        for (int i = 0; i < number; i++) {
            file.add(rule(i));
        }
        return number == 0
                ? RuleSet.NONE
                : RuleFiles.read(List.of(new RuleText("synthetic", file.toString())))
                        .rules();
    }

    private static String rule(int i) {
        StringBuilder text = new StringBuilder();
        text.append("id: synthetic-").append(i).append('\n');
        text.append("title: Synthetic rule ").append(i).append('\n');
        text.append("kind: threshold\n").append(where(i));
        text.append("count: ").append(COUNTS[i % COUNTS.length]).append('\n');
        text.append("window: ").append(WINDOWS[i % WINDOWS.length]).append('\n');
        text.append("levels:\n");
        boolean broad = i % BROAD_EVERY == 0;
        for (int level = 0; level <= i % LEVELS.length; level++) {
            int at = (broad ? 5 : 2) + i % SPREAD + level * 3;
            text.append("  - { level: %s, at: %d }%n".formatted(LEVELS[level], at));
        }
        return text.toString();
    }

    private static String where(int i) {
        if (i % BROAD_EVERY == 0) {
            return "";
        }
        int groups = Categories.GROUPS.size();
        int group = i * 7 % groups;
        return switch (i % 3) {
            case 0 -> "where: { group: %s }%n".formatted(Categories.GROUPS.get(group));
            case 1 ->
                "where: { group: [%s, %s] }%n"
                        .formatted(Categories.GROUPS.get(group), Categories.GROUPS.get((group + 5) % groups));
            default -> "where: { category: %s }%n".formatted(Categories.code(group, i / 3 % Categories.CODES));
        };
    }
}
