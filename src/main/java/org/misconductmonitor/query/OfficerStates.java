package org.misconductmonitor.query;

import java.util.List;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.Names;
import org.misconductmonitor.topology.StoredFacts;

/** What is stored of officers: where it is, and what it is if it is here. */
public final class OfficerStates {
    private static final int SOON = 1;

    private final RunningStreams streams;
    private final Holders holders;

    OfficerStates(RunningStreams streams, Holders holders) {
        this.streams = streams;
        this.holders = holders;
    }

    /**
     * Who holds the state of a subject.
     *
     * @throws UnavailableException while nobody does, or nobody knows
     */
    public Whereabouts whereabouts(Subject subject) {
        return holders.of(Names.OFFICER_EVENTS, subject);
    }

    /**
     * Every fact stored here of the subject; none if it is unknown.
     *
     * @param here where {@link #whereabouts} says it is
     * @throws UnavailableException if it is not here any more, or not yet
     */
    public List<StoredFact> facts(Subject subject, Whereabouts.Here here) {
        StoreQueryParameters<ReadOnlyWindowStore<String, byte[]>> store = StoreQueryParameters.fromNameAndType(
                        Names.OFFICER_EVENTS, QueryableStoreTypes.<String, byte[]>windowStore())
                .withPartition(here.partition());
        try {
            return StoredFacts.of(subject, streams.get().store(store));
        } catch (InvalidStateStoreException e) {
            throw new UnavailableException("the state is being restored, or has moved to another instance", SOON);
        }
    }
}
