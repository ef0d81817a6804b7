package org.misconductmonitor.rule;

import java.util.Objects;

/**
 * A step of a rule.
 *
 * @param name such as AMBER, RED or IMMEDIATE
 * @param at the count that reaches it
 */
public record Level(String name, int at) {
    public Level {
        Objects.requireNonNull(name, "name");
    }
}
