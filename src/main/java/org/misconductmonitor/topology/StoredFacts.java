package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/** Reads facts out of the store {@link Names#OFFICER_EVENTS}, for the topology and for those who ask it. */
public final class StoredFacts {
    private static final Instant END = Instant.ofEpochMilli(Bucket.RETENTION.toMillis() * 2);

    private StoredFacts() {}

    /** Every fact stored of the subject, in order of months; none if it is unknown. */
    public static List<StoredFact> of(Subject subject, ReadOnlyWindowStore<String, byte[]> events) {
        List<StoredFact> facts = new ArrayList<>();
        try (WindowStoreIterator<byte[]> buckets = events.fetch(subject.storeKey(), Instant.EPOCH, END)) {
            while (buckets.hasNext()) {
                facts.addAll(EventCodec.decode(buckets.next().value));
            }
        }
        return facts;
    }
}
