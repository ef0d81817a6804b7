package org.misconductmonitor.platform.bench;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.EventAvro;

/** Publishes synthetic events. One thread at a time. */
final class Feeder implements AutoCloseable {
    private final String topic;
    private final KafkaProducer<String, Object> producer;
    private final SyntheticEvents events;
    private final EventAvro avro = new EventAvro();
    private long officerAllegations;

    Feeder(MonitorConfig config, SyntheticEvents events) {
        this.topic = config.topics().catalog().name(EventAvro.topic(Feed.ALLEGATIONS));
        this.events = events;
        Properties properties = new Properties();
        Map<String, Object> client = ClientProperties.producer(config);
        properties.putAll(client);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        this.producer = new KafkaProducer<>(
                properties, new StringSerializer(), BenchCluster.serdes(config).serializer());
    }

    /** Publishes so many and returns when the broker has them. */
    void publish(int count) {
        for (int i = 0; i < count; i++) {
            publishNext(event -> {});
        }
        producer.flush();
    }

    /**
     * Publishes one.
     *
     * @param before is told of it before it is sent
     */
    void publishNext(Consumer<Event> before) {
        Event event = events.next();
        before.accept(event);
        officerAllegations += event.type() == EventType.RECORDED ? 1 : 0;
        producer.send(new ProducerRecord<>(topic, EventCheck.expectedKey(event), avro.write(event)));
    }

    /** How many allegations, each against one officer, were published so far. */
    long officerAllegations() {
        return officerAllegations;
    }

    List<TopicPartition> partitions() {
        return producer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
    }
}
