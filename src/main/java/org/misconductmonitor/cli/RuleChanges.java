package org.misconductmonitor.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import org.misconductmonitor.query.CurrentRules;
import org.misconductmonitor.rule.file.RuleDocument;

/** What rule files would change in the rules in force. */
final class RuleChanges {
    private static final int CONTEXT = 2;

    private RuleChanges() {}

    /** What a file makes of a rule. */
    enum Kind {
        NEW("new"),
        CHANGED("changed"),
        /** Other words, tests or layout: no alert changes. */
        REWORDED("reworded"),
        SAME("same");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * What one document makes of its rule.
     *
     * @param kind what it is
     * @param document the rule in the file
     * @param before the rule in force, or null
     */
    record Change(Kind kind, RuleDocument document, CurrentRules.Entry before) {
        String versions() {
            String now = document.rule().version();
            return before == null || before.rule().version().equals(now)
                    ? now
                    : before.rule().version() + " -> " + now;
        }

        /** The texts compared line by line, in the unified format. */
        List<String> lines() {
            List<String> old =
                    before == null ? List.of() : before.yaml().strip().lines().toList();
            List<String> now = document.yaml().strip().lines().toList();
            return UnifiedDiffUtils.generateUnifiedDiff(
                    before == null
                            ? "/dev/null"
                            : "in force: " + document.rule().id(),
                    document.place().file(),
                    old,
                    DiffUtils.diff(old, now),
                    CONTEXT);
        }
    }

    static List<Change> of(List<RuleDocument> documents, CurrentRules current) {
        return documents.stream()
                .map(document -> {
                    CurrentRules.Entry before = current.inForce(document.rule().id());
                    return new Change(kind(document, before), document, before);
                })
                .toList();
    }

    private static Kind kind(RuleDocument document, CurrentRules.Entry before) {
        if (before == null) {
            return Kind.NEW;
        }
        if (!before.rule().version().equals(document.rule().version())) {
            return Kind.CHANGED;
        }
        return before.yaml().strip().equals(document.yaml().strip()) ? Kind.SAME : Kind.REWORDED;
    }
}
