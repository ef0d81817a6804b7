package org.misconductmonitor.alert;

/** How loudly an alert asks for somebody other than those who have it. */
public enum Escalation {
    NONE,
    AMBER,
    RED
}
