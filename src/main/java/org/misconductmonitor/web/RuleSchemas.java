package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Rules as they are answered. */
final class RuleSchemas {
    private RuleSchemas() {}

    static Map<String, ObjectNode> all() {
        return Map.of(
                "Rule", rule().build(),
                "RuleList",
                        Schemas.object()
                                .with("items", Schemas.array(Schemas.ref("Rule"), "In order of ids."))
                                .with(
                                        "warnings",
                                        Schemas.array(Schemas.text(), "What is wrong with the published rules."))
                                .build(),
                "RuleWithText",
                        rule().with("yaml", Schemas.text("Its text, whole, comments included."))
                                .with("tests", Schemas.array(Schemas.text(), "Names of the tests it carries."))
                                .maybe("exceptions", Schemas.text("What the rule should not be held against."))
                                .build(),
                "RuleCheck",
                        Schemas.object()
                                .with("ok", Schemas.flag("Whether the text can be used."))
                                .with(
                                        "rules",
                                        Schemas.array(Schemas.ref("Rule"), "The rules in it; none if it is not ok."))
                                .with("errors", Schemas.array(Schemas.ref("RuleProblem"), "What must be mended."))
                                .with("warnings", Schemas.array(Schemas.ref("RuleProblem"), "What is doubtful."))
                                .build(),
                "RuleProblem",
                        Schemas.object()
                                .with("line", Schemas.integer("From 1; 0: the whole text."))
                                .with("column", Schemas.integer("From 1, in characters; 0: the whole text."))
                                .with("message", Schemas.text("What is wrong and what to write instead."))
                                .build(),
                "RuleTestReport",
                        Schemas.object()
                                .with("ok", Schemas.flag("Whether the text can be used and every test passed."))
                                .with("tests", Schemas.array(Schemas.ref("RuleTestResult"), "One each."))
                                .maybe("errors", Schemas.array(Schemas.ref("RuleProblem"), "Why no test was run."))
                                .build(),
                "RuleTestResult",
                        Schemas.object()
                                .with("ruleId", Schemas.text("The rule that carries it."))
                                .with("name", Schemas.text("What it shows."))
                                .with("passed", Schemas.flag("Whether everything was as expected."))
                                .with("differences", Schemas.array(Schemas.text(), "What was not, one sentence each."))
                                .build());
    }

    private static Schemas.Fields rule() {
        return Schemas.object()
                .with("id", Schemas.text("Identity of the rule."))
                .with("version", Schemas.text("Content hash."))
                .with("title", Schemas.text("What it is called."))
                .with("kind", Schemas.text("Such as threshold or absence."))
                .with(
                        "status",
                        Schemas.oneOf(List.of("live", "shadow"))
                                .put("description", "shadow: evaluated and recorded, never notified."))
                .maybe("description", Schemas.text("What it is for."))
                .maybe("owner", Schemas.text("Who answers for it."))
                .maybe("source", Schemas.text("The law or report that asks for it."))
                .maybe("validFrom", Schemas.time("Business time from which it raises alerts, inclusive."))
                .maybe("validUntil", Schemas.time("Business time until which it does, exclusive."))
                .maybe("publishedAt", Schemas.time("Absent: the monitor was started with it."))
                .maybe("publishedBy", Schemas.text("Who published it."))
                .maybe("comment", Schemas.text("What they said."));
    }
}
