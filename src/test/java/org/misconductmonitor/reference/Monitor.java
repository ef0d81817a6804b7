package org.misconductmonitor.reference;

import java.util.List;
import org.misconductmonitor.event.Event;

/** Anything that takes events and says which alerts stand: the engine, the topology, or the reference itself. */
public interface Monitor extends AutoCloseable {
    void accept(Event event);

    /** @return the alerts that stand now, in any order */
    List<StandingAlert> standing();

    @Override
    default void close() {}
}
