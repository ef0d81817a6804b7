package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.misconductmonitor.event.Sha256;
import org.misconductmonitor.rule.Rule;

/**
 * The version of a rule: a hash of all that its author wrote that changes its alerts, and of nothing else. So it says the
 * same for an analyst and for a monitor with another calendar of bank holidays, and a new holiday does not make published
 * rules wrong; which holidays rules were applied with is part of the version of the {@link
 * org.misconductmonitor.rule.RuleSet}, by which officers are judged again.
 */
final class RuleVersions {
    private static final int BYTES = 6;

    private RuleVersions() {}

    /** The rule with its own version; layout, comments, owner, source, description and tests do not change it. */
    static Rule versioned(Rule rule) {
        return new Rule(
                rule.id(),
                hash(canonical(rule).toString()),
                rule.title(),
                rule.description(),
                rule.status(),
                rule.owner(),
                rule.source(),
                rule.validFrom(),
                rule.validUntil(),
                rule.where(),
                rule.condition());
    }

    private static ObjectNode canonical(Rule rule) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", rule.id());
        json.put("title", rule.title());
        json.put("status", rule.status().name());
        json.put("validFrom", String.valueOf(rule.validFrom()));
        json.put("validUntil", String.valueOf(rule.validUntil()));
        json.set("where", Canonical.filter(rule.where()));
        String kind = rule.condition().kind();
        ConditionReader reader = ConditionReaders.of(kind)
                .orElseThrow(() -> new IllegalStateException("no reader for rules of kind " + kind));
        reader.write(rule.condition(), json.put("kind", kind).putObject("condition"));
        return json;
    }

    private static String hash(String text) {
        return Sha256.hex(text, BYTES);
    }
}
