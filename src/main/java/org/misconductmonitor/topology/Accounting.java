package org.misconductmonitor.topology;

import java.util.HashMap;
import java.util.Map;
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

        boolean is(Origin origin, Outcome other) {
            return outcome == other
                    && publisher.equals(origin.publisher())
                    && topic.equals(origin.topic())
                    && reason.isEmpty();
        }

        public static Line ofKey(String key) {
            String[] parts = key.split(SEPARATOR, -1);
            return new Line(parts[0], parts[1], Outcome.valueOf(parts[2]), parts[3]);
        }
    }

    private static final int REMEMBERED = 1_000;

    private final KeyValueStore<String, Long> store;
    private final Map<Line, Counter> counters = new HashMap<>();
    private Counter last;

    /** One for each processor: no two of them count the same outcome, dead letters excepted. */
    Accounting(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /** Written at once, as everything else of the record, but read only the first time. */
    void count(Origin origin, Outcome outcome) {
        Counter counter = last;
        if (counter == null || !counter.line.is(origin, outcome)) {
            counter = counter(new Line(origin.topic(), origin.publisher(), outcome, ""));
            last = counter;
        }
        store.put(counter.key, ++counter.count);
    }

    void count(Origin origin, Rejection rejection) {
        String key = new Line(
                        origin.topic(),
                        origin.publisher(),
                        Outcome.DEAD_LETTERED,
                        rejection.reason().name())
                .key();
        store.put(key, stored(key) + 1);
    }

    private Counter counter(Line line) {
        if (counters.size() > REMEMBERED) {
            counters.clear();
        }
        return counters.computeIfAbsent(line, l -> new Counter(l, l.key(), stored(l.key())));
    }

    private long stored(String key) {
        Long before = store.get(key);
        return before == null ? 0 : before;
    }

    private static final class Counter {
        final Line line;
        final String key;
        long count;

        Counter(Line line, String key, long count) {
            this.line = line;
            this.key = key;
            this.count = count;
        }
    }
}
