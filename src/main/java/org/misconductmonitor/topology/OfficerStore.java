package org.misconductmonitor.topology;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/** The stored record of every subject of a task: the truth that states in memory are built from. */
final class OfficerStore {
    private static final char END_OF_SUBJECT = '\u0000';

    private final WindowStore<String, byte[]> events;
    private final KeyValueStore<String, byte[]> snapshots;
    private final KeyValueStore<String, byte[]> alerts;
    private final AlertCodec codec;

    OfficerStore(
            WindowStore<String, byte[]> events,
            KeyValueStore<String, byte[]> snapshots,
            KeyValueStore<String, byte[]> alerts,
            AlertCodec codec) {
        this.events = events;
        this.snapshots = snapshots;
        this.alerts = alerts;
        this.codec = codec;
    }

    List<StoredFact> facts(Subject subject) {
        List<StoredFact> facts = new ArrayList<>();
        Instant end = Instant.ofEpochMilli(Bucket.RETENTION.toMillis() * 2);
        try (WindowStoreIterator<byte[]> buckets = events.fetch(subject.storeKey(), Instant.EPOCH, end)) {
            while (buckets.hasNext()) {
                facts.addAll(EventCodec.decode(buckets.next().value));
            }
        }
        return facts;
    }

    /** Replaces the facts of one month; none removes the month. */
    void putMonth(Subject subject, YearMonth month, byte[] facts) {
        events.put(subject.storeKey(), facts, Bucket.storeTime(month));
    }

    List<Alert> alerts(Subject subject) {
        List<Alert> found = new ArrayList<>();
        String prefix = subject.storeKey() + END_OF_SUBJECT;
        try (KeyValueIterator<String, byte[]> stored = alerts.prefixScan(prefix, new StringSerializer())) {
            stored.forEachRemaining(entry -> found.add(codec.decode(entry.value)));
        }
        return found;
    }

    void putAlert(Decision.StoredAlert stored) {
        Alert alert = stored.alert();
        alerts.put(alert.subject().storeKey() + END_OF_SUBJECT + alert.alertId(), stored.bytes());
    }

    /** How far the monitor has come with the subject; {@link Snapshot#NONE} if nothing is stored of it. */
    Snapshot snapshot(Subject subject) {
        byte[] stored = snapshots.get(subject.storeKey());
        return stored == null ? Snapshot.NONE : Snapshot.decode(stored);
    }

    void putSnapshot(Subject subject, Snapshot snapshot) {
        snapshots.put(subject.storeKey(), snapshot.encode());
    }

    /**
     * Finds subjects whose alerts were computed with other rules.
     *
     * @param after store key to go on behind, or null to begin
     * @param limit how many subjects to look at
     */
    Outdated outdated(String after, String version, int limit) {
        List<Subject> found = new ArrayList<>();
        String last = after;
        int seen = 0;
        try (KeyValueIterator<String, byte[]> all = snapshots.range(after == null ? null : after + '\u0000', null)) {
            while (all.hasNext() && seen < limit) {
                KeyValue<String, byte[]> entry = all.next();
                last = entry.key;
                seen++;
                if (!version.equals(Snapshot.decode(entry.value).rules())) {
                    found.add(Subject.ofStoreKey(entry.key));
                }
            }
            return new Outdated(found, last, !all.hasNext());
        }
    }

    /**
     * Part of a search.
     *
     * @param subjects found in this part
     * @param last store key it came to
     * @param complete whether nothing is behind it
     */
    record Outdated(List<Subject> subjects, String last, boolean complete) {}
}
