package org.misconductmonitor.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.alert.Storm;

/** What a task notes of its alerts as a whole: how many of each rule were told within the hour, and when it began. */
final class LifeNotes {
    private static final String BEGUN = "begun";
    private static final String STORM = "storm\u0000";

    private final KeyValueStore<String, byte[]> store;
    /** As stored: the task is the only writer. */
    private final Map<String, Storm> storms = new HashMap<>();

    private Instant begun;

    LifeNotes(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /**
     * When the task first kept a life: what was written before, an earlier computation has judged.
     *
     * @param now by the wall clock, remembered if this is the first time
     */
    Instant begun(Instant now) {
        if (begun == null) {
            byte[] stored = store.get(BEGUN);
            if (stored == null) {
                store.put(BEGUN, bytes(now.toEpochMilli(), 0));
            }
            begun = stored == null ? now : time(stored);
        }
        return begun;
    }

    Storm storm(String ruleId) {
        return storms.computeIfAbsent(ruleId, this::stored);
    }

    private Storm stored(String ruleId) {
        byte[] stored = store.get(STORM + ruleId);
        return stored == null
                ? Storm.CALM
                : new Storm(time(stored), ByteBuffer.wrap(stored).getInt(Long.BYTES));
    }

    void put(String ruleId, Storm storm) {
        storms.put(ruleId, storm);
        store.put(STORM + ruleId, bytes(storm.hour().toEpochMilli(), storm.told()));
    }

    /** Throws if these are no notes of this form. */
    static void check(byte[] stored) {
        if (stored.length != Long.BYTES + Integer.BYTES) {
            throw new IllegalArgumentException("a note of " + stored.length + " bytes");
        }
    }

    private static Instant time(byte[] stored) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(stored).getLong());
    }

    private static byte[] bytes(long millis, int count) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(millis)
                .putInt(count)
                .array();
    }
}
