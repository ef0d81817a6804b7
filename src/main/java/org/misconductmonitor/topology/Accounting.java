package org.misconductmonitor.topology;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.event.EventRevisions;
import org.misconductmonitor.event.Rejection;

/**
 * What became of every record read, per topic and publisher, in a store of the task: exactly as often as the record
 * itself was processed. Read = accepted + duplicate + superseded + dead-lettered. Those read are also linked to a
 * {@link RecordChain}.
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
     * @param publisher who published; {@code others} stands for all who came when the topic had 10,000 publishers
     * @param outcome what became of it
     * @param reason of dead letters, else empty
     */
    public record Line(String topic, String publisher, Outcome outcome, String reason) {
        static Line read(String topic, String publisher) {
            return new Line(topic, publisher, Outcome.READ, "");
        }

        /** What the keys of all lines of a topic begin with. */
        static String prefix(String topic) {
            return topic + SEPARATOR;
        }

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

    private final KeyValueStore<String, byte[]> store;
    private final CountedPublishers publishers;
    private final RecordChain chain = new RecordChain();
    private final Map<Line, Counter> counters = new HashMap<>();
    private Counter last;

    /** One for each processor: no two of them count the same outcome, dead letters excepted. */
    Accounting(KeyValueStore<String, byte[]> store) {
        this(store, CountedPublishers.MOST);
    }

    /** @param publishers of a topic that have lines of their own */
    Accounting(KeyValueStore<String, byte[]> store, int publishers) {
        this.store = store;
        this.publishers = new CountedPublishers(store, publishers);
    }

    /** Counts a record that was read and links it to the publisher's chain, before anything else is said of it. */
    void read(Origin origin) {
        Counter counter = counter(origin, Outcome.READ);
        counter.write(chain.link(counter.tally.chain(), origin));
    }

    /** Written at once, as everything else of the record, but looked up only the first time. */
    void count(Origin origin, Outcome outcome) {
        counter(origin, outcome).write(null);
    }

    void count(Origin origin, Rejection rejection) {
        Line line = new Line(
                origin.topic(),
                publishers.after(origin),
                Outcome.DEAD_LETTERED,
                rejection.reason().name());
        new Counter(line).write(null);
    }

    private Counter counter(Origin origin, Outcome outcome) {
        if (last == null || !last.line.is(origin, outcome)) {
            if (counters.size() > REMEMBERED) {
                counters.clear();
            }
            last = counters.get(new Line(origin.topic(), origin.publisher(), outcome, ""));
            if (last == null) {
                String name = outcome == Outcome.READ ? publishers.reading(origin) : publishers.after(origin);
                last = counters.computeIfAbsent(new Line(origin.topic(), name, outcome, ""), Counter::new);
            }
        }
        return last;
    }

    private final class Counter {
        final Line line;
        final String key;
        Tally tally;

        Counter(Line line) {
            this.line = line;
            this.key = line.key();
            byte[] stored = store.get(key);
            this.tally = stored == null ? Tally.NOTHING : Tally.decode(stored);
        }

        void write(byte[] link) {
            tally = new Tally(tally.count() + 1, link);
            store.put(key, tally.encode());
        }
    }
}
