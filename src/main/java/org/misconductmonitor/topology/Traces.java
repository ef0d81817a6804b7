package org.misconductmonitor.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.privacy.FreeText;

/** What can be found of somebody in topics and changelogs. */
public final class Traces {
    private final Map<String, ?> properties;
    private final TopicCatalog topics;
    private final Deserializer<Object> deserializer;
    private final Set<String> ids;

    /**
     * @param properties of a consumer
     * @param ids pseudonyms to look for
     */
    public Traces(Map<String, ?> properties, TopicCatalog topics, Deserializer<Object> deserializer, Set<String> ids) {
        this.properties = properties;
        this.topics = topics;
        this.deserializer = deserializer;
        this.ids = Set.copyOf(ids);
    }

    /**
     * What is in a topic.
     *
     * @param records of a log all with the person's key, of a table the rows that name the person
     * @param readable of these, how many hold free text that everybody can read, or may do
     */
    public record Found(int records, int readable) {}

    /** In a topic of events: also what is no good event, or lies under another key, and names the person. */
    public Found events(Feed feed) {
        EventAvro avro = new EventAvro();
        return log(topics.name(EventAvro.topic(feed)), (record, keyed) -> {
            if (!keyed && !names(record.value())) {
                return Trace.NONE;
            }
            Event event = avro.read(decoded(record), feed);
            return keyed || event.officerId() != null && ids.contains(event.officerId())
                    ? Trace.of(FreeText.isReadable(event))
                    : Trace.NONE;
        });
    }

    /** In the topic of reviews. */
    public Found reviews() {
        ReviewActionAvro avro = new ReviewActionAvro();
        return log(topics.name(MonitorTopic.REVIEWS), (record, keyed) -> {
            if (!keyed) {
                return Trace.NONE;
            }
            ReviewAction action = avro.read(decoded(record));
            return Trace.of(!action.withTexts((name, text) -> FreeText.SEALED.kept(text))
                    .equals(action));
        });
    }

    /** In the topic that keeps every revision of every alert: what reviewers wrote. */
    public Found alerts() {
        AlertAvro avro = new AlertAvro();
        return log(topics.name(MonitorTopic.ALERTS), (record, keyed) -> {
            if (!keyed) {
                return Trace.NONE;
            }
            Alert alert = avro.read((IndexedRecord) decoded(record));
            return Trace.of(
                    !alert.withTexts((name, text) -> FreeText.SEALED.kept(text)).equals(alert));
        });
    }

    /** Among facts that were handed over from one record to another. */
    public Found handovers() {
        HandoverAvro avro = new HandoverAvro();
        return log(
                topics.name(MonitorTopic.HANDOVERS),
                (record, keyed) -> keyed || names(record.value())
                        ? Trace.of(FreeText.isReadable(avro.read((IndexedRecord) decoded(record))
                                .fact()
                                .event()))
                        : Trace.NONE);
    }

    /** Among what facts are to rules on tenants. */
    public Found contributions() {
        ContributionAvro avro = new ContributionAvro();
        return log(topics.name(MonitorTopic.CONTRIBUTIONS), (record, keyed) -> {
            Contribution contribution = avro.read((IndexedRecord) decoded(record));
            return ids.contains(contribution.subject().id())
                    ? Trace.of(!contribution.isGone() && FreeText.isReadable(contribution.seen()))
                    : Trace.NONE;
        });
    }

    /** Among dead letters: nobody can say what is in those that are kept whole, whatever their key. */
    public Found deadLetters() {
        return log(
                topics.name(MonitorTopic.DEAD_LETTERS),
                (record, keyed) -> keyed || names(record.value()) ? Trace.of(record.value() != null) : Trace.NONE);
    }

    /** In the table of alerts that stand. */
    public Found standingAlerts() {
        return table(topics.name(MonitorTopic.STANDING_ALERTS), "");
    }

    /** In the changelog of a store; {@code records} are rows that are there after all that was written so far. */
    public Found changelog(String applicationId, String store) {
        return table(applicationId + "-" + store + "-changelog", "");
    }

    /** How many months of facts hold a text that is stored as it is, such as an eventId. */
    public int months(String applicationId, String text) {
        return table(applicationId + "-" + Names.OFFICER_EVENTS + "-changelog", text)
                .records();
    }

    /** What a record is of the person. */
    private enum Trace {
        NONE,
        FOUND,
        READABLE;

        static Trace of(boolean readable) {
            return readable ? READABLE : FOUND;
        }
    }

    private interface Look {
        /** @param keyed whether the record has a key of the person */
        Trace at(ConsumerRecord<byte[], byte[]> record, boolean keyed);
    }

    private Object decoded(ConsumerRecord<byte[], byte[]> record) {
        return Decoding.decode(Origin.of(record), deserializer);
    }

    private Found log(String topic, Look look) {
        int[] found = new int[2];
        try (TopicReader reader = new TopicReader(properties, topic)) {
            reader.readAll(record -> {
                Trace trace = look(record, look);
                found[0] += trace == Trace.NONE ? 0 : 1;
                found[1] += trace == Trace.READABLE ? 1 : 0;
            });
        }
        return new Found(found[0], found[1]);
    }

    /** What cannot be decoded may say anything of whom it names. */
    private Trace look(ConsumerRecord<byte[], byte[]> record, Look look) {
        boolean keyed = record.key() != null && ids.contains(new String(record.key(), StandardCharsets.UTF_8));
        try {
            return look.at(record, keyed);
        } catch (InvalidEventException | IllegalArgumentException | ClassCastException e) {
            return keyed || names(record.value()) ? Trace.READABLE : Trace.NONE;
        }
    }

    private Found table(String topic, String holding) {
        Set<ByteBuffer> rows = new HashSet<>();
        try (TopicReader reader = new TopicReader(properties, topic)) {
            reader.readAll(record -> {
                ByteBuffer key = ByteBuffer.wrap(record.key());
                if (record.value() != null
                        && (names(record.key()) || names(record.value()))
                        && text(record.value()).contains(holding)) {
                    rows.add(key);
                } else {
                    rows.remove(key);
                }
            });
        }
        return new Found(rows.size(), 0);
    }

    private boolean names(byte[] bytes) {
        if (bytes == null) {
            return false;
        }
        String text = text(bytes);
        return ids.stream().map(id -> text(id.getBytes(StandardCharsets.UTF_8))).anyMatch(text::contains);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
