package org.misconductmonitor.rule;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A step of a rule that compares two sizes.
 *
 * @param name such as AMBER or RED
 * @param at how many times the one must be the other; exact, more than nothing
 */
public record Factor(String name, BigDecimal at) {
    public Factor {
        Objects.requireNonNull(name, "name");
        // 2 and 2.0 are one factor.
        at = at.stripTrailingZeros();
        if (at.signum() <= 0) {
            throw new IllegalArgumentException("a factor is more than nothing");
        }
    }

    /** Such as "2" or "1.5". */
    public String inWords() {
        return at.toPlainString();
    }
}
