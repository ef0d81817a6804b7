package org.misconductmonitor.reference;

import java.time.Instant;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Rule;

/** Copies of rules with a part changed. */
final class Rules {
    private Rules() {}

    static Rule with(Rule rule, Instant from, Instant until) {
        return with(rule, from, until, rule.where(), rule.condition());
    }

    static Rule with(Rule rule, Filter where) {
        return with(rule, rule.validFrom(), rule.validUntil(), where, rule.condition());
    }

    static Rule with(Rule rule, Condition condition) {
        return with(rule, rule.validFrom(), rule.validUntil(), rule.where(), condition);
    }

    private static Rule with(Rule rule, Instant from, Instant until, Filter where, Condition condition) {
        return new Rule(
                rule.id(),
                rule.version(),
                rule.title(),
                rule.description(),
                rule.status(),
                rule.owner(),
                rule.source(),
                from,
                until,
                where,
                condition);
    }
}
