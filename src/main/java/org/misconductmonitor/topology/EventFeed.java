package org.misconductmonitor.topology;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Feed;

/** Every event that lies in the input topics now, as the running monitor reads them. */
public final class EventFeed {
    private final Map<String, ?> properties;
    private final TopicCatalog topics;
    private final Deserializer<Object> deserializer;

    /** @param properties of a consumer */
    public EventFeed(Map<String, ?> properties, TopicCatalog topics, Deserializer<Object> deserializer) {
        this.properties = properties;
        this.topics = topics;
        this.deserializer = deserializer;
    }

    /**
     * Reads all of them, topic by topic.
     *
     * @return number of records that are no good events: the monitor makes dead letters of them
     * @throws ClusterException if there is no such topic, no broker answers, or a topic cannot be read to its end
     */
    public int read(Consumer<Event> taker) {
        int refused = 0;
        for (Feed feed : Feed.values()) {
            refused += read(feed, taker);
        }
        return refused;
    }

    private int read(Feed feed, Consumer<Event> taker) {
        String topic = topics.name(EventAvro.topic(feed));
        int[] refused = {0};
        try (TopicReader reader = new TopicReader(properties, topic)) {
            Inspection inspection =
                    new Inspection(Map.of(topic, feed), reader.partitions().size(), deserializer);
            reader.readAll(record -> {
                Optional<Event> event = inspection.accepted(Origin.of(record));
                event.ifPresent(taker);
                refused[0] += event.isPresent() ? 0 : 1;
            });
        }
        return refused[0];
    }
}
