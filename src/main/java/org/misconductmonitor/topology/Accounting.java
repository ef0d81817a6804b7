package org.misconductmonitor.topology;

import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.event.EventRevisions;
import org.misconductmonitor.event.Rejection;

/**
 * What became of every record read, per topic and publisher, in a store of the task: exactly as often as the record
 * itself was processed. Read = accepted + duplicate + superseded + dead-lettered.
 */
public final class Accounting {
    private static final String SEPARATOR = "\u0000";

    /** What became of a record. */
    public enum Outcome {
        READ,
        ACCEPTED,
        DUPLICATE,
        SUPERSEDED,
        DEAD_LETTERED,
        /** Besides, of those accepted: how many hold a word of a newer publisher. */
        WITH_UNKNOWN_WORDS;

        /** @param verdict null when the event was new */
        static Outcome of(EventRevisions.Verdict verdict) {
            if (verdict == null) {
                return ACCEPTED;
            }
            return switch (verdict) {
                case REPLACES -> ACCEPTED;
                case DUPLICATE -> DUPLICATE;
                case SUPERSEDED -> SUPERSEDED;
            };
        }
    }

    /**
     * One line of the account.
     *
     * @param topic source topic
     * @param publisher who published
     * @param outcome what became of it
     * @param reason of dead letters, else empty
     */
    public record Line(String topic, String publisher, Outcome outcome, String reason) {
        String key() {
            return String.join(SEPARATOR, topic, publisher, outcome.name(), reason);
        }

        public static Line ofKey(String key) {
            String[] parts = key.split(SEPARATOR, -1);
            return new Line(parts[0], parts[1], Outcome.valueOf(parts[2]), parts[3]);
        }
    }

    private final KeyValueStore<String, Long> store;

    Accounting(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    void count(Origin origin, Outcome outcome) {
        add(new Line(origin.topic(), origin.publisher(), outcome, ""));
    }

    void count(Origin origin, Rejection rejection) {
        add(new Line(
                origin.topic(),
                origin.publisher(),
                Outcome.DEAD_LETTERED,
                rejection.reason().name()));
    }

    private void add(Line line) {
        String key = line.key();
        Long before = store.get(key);
        store.put(key, before == null ? 1 : before + 1);
    }
}
