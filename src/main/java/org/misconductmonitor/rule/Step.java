package org.misconductmonitor.rule;

import java.util.Objects;

/**
 * A level of a deadline.
 *
 * @param name such as AMBER or RED
 * @param after how long after the start, or after the date that the rule takes from a field
 */
public record Step(String name, Delay after) {
    public Step {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(after, "after");
    }
}
