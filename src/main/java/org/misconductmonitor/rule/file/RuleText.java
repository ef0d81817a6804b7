package org.misconductmonitor.rule.file;

import java.util.List;
import java.util.Objects;

/**
 * The text of a rule file.
 *
 * @param name how errors name it: usually its path
 * @param text YAML, one rule a document
 */
public record RuleText(String name, String text) {
    public RuleText {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    List<String> lines() {
        return text.lines().toList();
    }
}
