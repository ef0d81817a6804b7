package org.misconductmonitor.engine;

import org.misconductmonitor.alert.Peers;
import org.misconductmonitor.event.Subject;

/**
 * What a firing among many records is about, and what it was held against.
 *
 * @param subject what reached the level, or null: the tenant itself
 * @param peers whom it was compared with, or null
 * @param against in words what it was held against, or null
 */
public record About(Subject subject, Peers peers, String against) {
    static About of(Subject subject) {
        return new About(subject, null, null);
    }

    /** Tells further what a fold says that does not know whom it is about. */
    record Telling(Subject subject, Fold.Told told) implements Fold.Told {
        @Override
        public void fired(Firing firing) {
            String against = firing.about() == null ? null : firing.about().against();
            told.fired(firing.about(new About(subject, null, against)));
        }

        @Override
        public void ended(Ending ending) {
            throw new IllegalStateException("nothing ends by itself in a fold of one subject");
        }
    }
}
