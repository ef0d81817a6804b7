package org.misconductmonitor.topology;

import org.misconductmonitor.engine.Handover;
import org.misconductmonitor.event.Event;

/** What reaches a subject's record. */
sealed interface Arrival {
    Origin origin();

    /**
     * An event that passed the gate.
     *
     * @param event the event
     * @param origin where it came from
     */
    record Published(Event event, Origin origin) implements Arrival {}

    /**
     * A fact that was published under another officer's key.
     *
     * @param handover the fact
     * @param origin where it came from
     */
    record HandedOver(Handover handover, Origin origin) implements Arrival {}
}
