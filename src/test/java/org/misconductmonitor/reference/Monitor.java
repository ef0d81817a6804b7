package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.event.Event;

/** Anything that takes events and says which alerts stand: the engine, the topology, or the reference itself. */
public interface Monitor extends AutoCloseable {
    void accept(Event event);

    /** @return the alerts that stand now, in any order */
    List<StandingAlert> standing();

    /**
     * Lets time pass; it never goes back.
     *
     * @return false if this monitor has no idea of time: it is then asked for what facts alone make
     */
    default boolean advance(Instant now) {
        return false;
    }

    /** How far time has come by itself, with the facts; null where only {@link #advance} moves it. */
    default Instant now() {
        return null;
    }

    /** @return the alerts that stand, and those that have ended by themselves; null if this monitor does not keep them */
    default List<StandingAlert> everRaised() {
        return null;
    }

    @Override
    default void close() {}
}
