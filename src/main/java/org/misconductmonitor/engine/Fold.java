package org.misconductmonitor.engine;

import java.time.Instant;

/**
 * What one rule knows of one officer while it takes the officer's facts in order and time passes between them. Nothing
 * happens by time alone but at {@link #nextDue}.
 */
public interface Fold {
    /** Takes what a fold tells. */
    interface Told {
        void fired(Firing firing);

        /** A firing told before has ended. */
        void ended(Ending ending);
    }

    /**
     * Takes the next fact. Everything due before its time has been told.
     *
     * @param fact one that the evaluator accepts, later in its order than every fact before
     * @param told takes the levels reached at this fact, ascending
     */
    void next(Observation fact, Told told);

    /** Tells everything due at that time or before, in order of the time it fell due. */
    default void advance(Instant now, Told told) {}

    /** When something falls due if no fact comes before, or null. */
    default Instant nextDue() {
        return null;
    }
}
