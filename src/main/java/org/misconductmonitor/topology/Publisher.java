package org.misconductmonitor.topology;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/**
 * Publishes events as an oversight system would, all of them or none: in one transaction that {@link #commit} ends and
 * {@link #close} without it gives up. One thread at a time.
 */
public final class Publisher implements AutoCloseable {
    /** What brokers allow at most; a large import may take that long. */
    private static final int TRANSACTION_TIMEOUT_MS = 900_000;

    private final TopicCatalog topics;
    private final KafkaProducer<String, Object> producer;
    private final EventAvro avro = new EventAvro();
    private boolean open;

    /**
     * Begins the transaction.
     *
     * @param properties of the producer
     * @param transactionalId distinct among publishers that run at the same time
     */
    public Publisher(TopicCatalog topics, Map<String, ?> properties, ConfiguredSerdes serdes, String transactionalId) {
        this.topics = topics;
        Properties config = new Properties();
        config.putAll(properties);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        this.producer = new KafkaProducer<>(config, new StringSerializer(), serdes.serializer());
        producer.initTransactions();
        producer.beginTransaction();
        open = true;
    }

    /**
     * Sends one event to the topic of its feed.
     *
     * @throws org.misconductmonitor.event.InvalidEventException if its feed cannot carry a field or word of it
     */
    public void publish(Event event) {
        String topic = topics.name(EventAvro.topic(event.type().feed()));
        producer.send(new ProducerRecord<>(topic, EventCheck.expectedKey(event), avro.write(event)));
    }

    /** Makes everything visible at once; throws if any event could not be sent. */
    public void commit() {
        producer.commitTransaction();
        open = false;
    }

    @Override
    public void close() {
        if (open) {
            producer.abortTransaction();
        }
        producer.close();
    }
}
