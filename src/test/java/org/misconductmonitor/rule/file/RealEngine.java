package org.misconductmonitor.rule.file;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.engine.RuleTestAlerts;
import org.misconductmonitor.engine.RuleTestEngine;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleSet;

/** The engine of the running monitor, for rules that are tested where no command is. */
final class RealEngine implements RuleTests.Engine {
    @Override
    public List<RuleTests.Standing> standing(RuleSet rules, List<Event> arrivals, Instant now) {
        return RuleTestAlerts.standing(RuleTestEngine.standing(rules, arrivals, now));
    }
}
