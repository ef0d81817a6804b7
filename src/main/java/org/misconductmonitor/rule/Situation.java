package org.misconductmonitor.rule;

import java.util.Objects;
import org.misconductmonitor.event.Field;

/**
 * Something that holds from one fact until another: a case is open, a measure is in force, a warning is live.
 *
 * @param name for people
 * @param from facts that start it
 * @param until facts that end what was started before them, or null: nothing does
 * @param by which of the started ones they end
 * @param endsAt field of the starting fact with the time at which it ends by itself, or null
 * @param lasts how long it lasts where the fact does not say when it ends, or null: for ever
 */
public record Situation(String name, Pattern from, Pattern until, Matter by, Field endsAt, Delay lasts) {
    public Situation {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(by, "by");
    }
}
