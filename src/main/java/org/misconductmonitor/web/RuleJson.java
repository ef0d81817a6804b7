package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.misconductmonitor.query.CurrentRules;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.file.RuleProblem;
import org.misconductmonitor.rule.file.RuleTests;

/** Rules, and what is wrong with them, as they are answered. */
final class RuleJson {
    private RuleJson() {}

    static ObjectNode rule(Rule rule) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", rule.id());
        json.put("version", rule.version());
        json.put("title", rule.title());
        json.put("kind", rule.condition().kind());
        json.put("status", rule.status().name().toLowerCase(Locale.ROOT));
        FactJson.put(json, "description", rule.description());
        FactJson.put(json, "owner", rule.owner());
        FactJson.put(json, "source", rule.source());
        FactJson.put(json, "validFrom", rule.validFrom());
        FactJson.put(json, "validUntil", rule.validUntil());
        return json;
    }

    static ObjectNode inForce(CurrentRules.Entry entry) {
        ObjectNode json = rule(entry.rule());
        Instant publishedAt = entry.publishedAt();
        FactJson.put(json, "publishedAt", publishedAt);
        FactJson.put(json, "publishedBy", entry.publishedBy());
        FactJson.put(json, "comment", entry.comment());
        return json;
    }

    static ArrayNode problems(List<RuleProblem> problems) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        problems.forEach(problem -> array.addObject()
                .put("line", problem.place().line())
                .put("column", problem.place().column())
                .put("message", problem.message()));
        return array;
    }

    static ArrayNode results(String ruleId, List<RuleTests.Result> results, ArrayNode array) {
        for (RuleTests.Result result : results) {
            ArrayNode differences = array.addObject()
                    .put("ruleId", ruleId)
                    .put("name", result.name())
                    .put("passed", result.passed())
                    .putArray("differences");
            result.differences().forEach(differences::add);
        }
        return array;
    }
}
