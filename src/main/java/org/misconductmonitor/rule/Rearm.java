package org.misconductmonitor.rule;

import java.time.Duration;

/** When a rule may fire again for an officer for whom it has fired. */
public sealed interface Rearm {
    /** When, before a matching fact, the count has fallen below the lowest level: the episode is over (design: S5). */
    record BelowLowest() implements Rearm {}

    /**
     * When a matching fact comes at least this long after the last alert, whatever the count was in between.
     *
     * @param quiet positive
     */
    record After(Duration quiet) implements Rearm {}

    /**
     * As {@link BelowLowest}; besides, a matching fact of a case that is not in the window yet fires the highest level
     * reached once more.
     */
    record OnNewCase() implements Rearm {}

    /** Each level fires once in the whole record. */
    record Never() implements Rearm {}
}
