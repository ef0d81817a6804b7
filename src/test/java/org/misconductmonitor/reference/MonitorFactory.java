package org.misconductmonitor.reference;

import org.misconductmonitor.rule.RuleSet;

/** Starts a monitor that knows of no events yet. */
@FunctionalInterface
public interface MonitorFactory {
    Monitor start(RuleSet rules);
}
