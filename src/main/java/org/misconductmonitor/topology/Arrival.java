package org.misconductmonitor.topology;

import java.time.Instant;
import org.misconductmonitor.engine.Effects;
import org.misconductmonitor.engine.Handover;
import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.Event;

/** What reaches a subject's record. */
sealed interface Arrival {
    Origin origin();

    /** Lets it take effect on the record. */
    Effects reach(OfficerState state, Instant asOf);

    /**
     * An event that passed the gate.
     *
     * @param event the event
     * @param origin where it came from
     */
    record Published(Event event, Origin origin) implements Arrival {
        @Override
        public Effects reach(OfficerState state, Instant asOf) {
            return state.accept(event, asOf);
        }
    }

    /**
     * A fact that was published under another officer's key.
     *
     * @param handover the fact
     * @param origin where it came from
     */
    record HandedOver(Handover handover, Origin origin) implements Arrival {
        @Override
        public Effects reach(OfficerState state, Instant asOf) {
            return state.accept(handover, asOf);
        }
    }
}
