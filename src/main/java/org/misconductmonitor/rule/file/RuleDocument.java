package org.misconductmonitor.rule.file;

import java.util.List;
import org.misconductmonitor.rule.Rule;

/**
 * One document of a rule file.
 *
 * @param rule the rule, with its version
 * @param exceptions what the rule should not be held against, for people, one a line; or null
 * @param tests the tests it carries
 * @param place where it is
 * @param yaml its text, whole, comments included
 */
public record RuleDocument(Rule rule, String exceptions, List<RuleTest> tests, Place place, String yaml) {
    public RuleDocument {
        tests = List.copyOf(tests);
    }
}
