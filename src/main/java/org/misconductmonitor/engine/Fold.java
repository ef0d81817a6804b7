package org.misconductmonitor.engine;

import java.util.function.Consumer;

/** What one rule knows of one officer while it takes the officer's facts in order. */
public interface Fold {
    /**
     * Takes the next fact.
     *
     * @param fact one that the evaluator accepts, later in its order than every fact before
     * @param fired takes the levels reached at this fact, ascending
     */
    void next(Observation fact, Consumer<Firing> fired);
}
