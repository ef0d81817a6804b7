package org.misconductmonitor.topology;

import java.time.Instant;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.engine.Effects;
import org.misconductmonitor.engine.Handover;
import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleVersion;

/** What has passed a gate. */
sealed interface Arrival {
    /** What reaches a subject's record. */
    sealed interface Fact extends Arrival {
        Origin origin();

        /** Business time of the fact. */
        Instant at();

        /** Lets it take effect on the record. */
        Effects reach(OfficerState state, Instant asOf);
    }

    /**
     * An event.
     *
     * @param event the event
     * @param origin where it came from
     */
    record Published(Event event, Origin origin) implements Fact {
        @Override
        public Instant at() {
            return event.at();
        }

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
    record HandedOver(Handover handover, Origin origin) implements Fact {
        @Override
        public Instant at() {
            return handover.fact().event().at();
        }

        @Override
        public Effects reach(OfficerState state, Instant asOf) {
            return state.accept(handover, asOf);
        }
    }

    /**
     * What a fact is to the rules on tenants.
     *
     * @param contribution the fact
     * @param knownAt ingestion time of the record that brought it
     * @param stored as the store keeps it
     */
    record Contributed(Contribution contribution, Instant knownAt, byte[] stored) implements Arrival {}

    /**
     * A version of a rule, for everybody.
     *
     * @param version the rule
     */
    record RulePublished(RuleVersion version) implements Arrival {}
}
