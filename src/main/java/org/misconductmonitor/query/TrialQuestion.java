package org.misconductmonitor.query;

import java.time.Instant;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.rule.RuleSet;

/**
 * What a trial tries, and for whom.
 *
 * @param tried the rules
 * @param before the rules in force that they would replace
 * @param from alerts raised before do not count, inclusive; null: no limit
 * @param to alerts raised then or later do not count; null: no limit
 * @param asOf what became known later is left out; null: nothing is
 * @param starter whose question it is: only tenants within the starter's reach are looked at
 * @param withCovert whether covert ones of them are looked at; otherwise all is as if there were none
 */
record TrialQuestion(
        RuleSet tried, RuleSet before, Instant from, Instant to, Instant asOf, Caller starter, boolean withCovert) {

    boolean isOf(Caller caller) {
        return starter.name().equals(caller.name());
    }

    /** Whether the caller may see everything that is looked at. */
    boolean isWithin(Caller caller) {
        Limit looked = starter.reach().tenants();
        Limit seen = caller.reach().tenants();
        return caller.reach().forces().all()
                && (seen.all() || !looked.all() && seen.ids().containsAll(looked.ids()))
                && (!withCovert || caller.may(Permission.READ_COVERT));
    }
}
