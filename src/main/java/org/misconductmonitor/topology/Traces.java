package org.misconductmonitor.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.alert.ReviewAction;
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

    /** In a topic of events. */
    public Found events(Feed feed) {
        EventAvro avro = new EventAvro();
        return log(topics.name(EventAvro.topic(feed)), record -> {
            try {
                Event event = avro.read(Decoding.decode(Origin.of(record), deserializer), feed);
                return FreeText.isReadable(event);
            } catch (InvalidEventException e) {
                return true;
            }
        });
    }

    /** In the topic of reviews. */
    public Found reviews() {
        ReviewActionAvro avro = new ReviewActionAvro();
        return log(topics.name(MonitorTopic.REVIEWS), record -> {
            try {
                ReviewAction action = avro.read(Decoding.decode(Origin.of(record), deserializer));
                return !action.withTexts((name, text) -> FreeText.SEALED.kept(text))
                        .equals(action);
            } catch (InvalidEventException e) {
                return true;
            }
        });
    }

    /** Among dead letters: nobody can say what is in those that are kept whole. */
    public Found deadLetters() {
        return log(topics.name(MonitorTopic.DEAD_LETTERS), record -> record.value() != null);
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

    private interface Readable {
        boolean test(ConsumerRecord<byte[], byte[]> record);
    }

    private Found log(String topic, Readable readable) {
        int[] found = new int[2];
        try (TopicReader reader = new TopicReader(properties, topic)) {
            reader.readAll(record -> {
                if (record.key() != null && ids.contains(new String(record.key(), StandardCharsets.UTF_8))) {
                    found[0]++;
                    found[1] += readable.test(record) ? 1 : 0;
                }
            });
        }
        return new Found(found[0], found[1]);
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
        String text = text(bytes);
        return ids.stream().map(id -> text(id.getBytes(StandardCharsets.UTF_8))).anyMatch(text::contains);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
