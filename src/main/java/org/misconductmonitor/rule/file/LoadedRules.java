package org.misconductmonitor.rule.file;

import java.util.List;
import org.misconductmonitor.rule.RuleSet;

/**
 * Rule files without an error.
 *
 * @param documents one a rule, in the order of the files
 * @param warnings what is allowed but doubtful
 */
public record LoadedRules(List<RuleDocument> documents, List<RuleProblem> warnings) {
    public LoadedRules {
        documents = List.copyOf(documents);
        warnings = List.copyOf(warnings);
    }

    public RuleSet rules() {
        return new RuleSet(documents.stream().map(RuleDocument::rule).toList());
    }
}
