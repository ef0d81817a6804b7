package org.misconductmonitor.topology;

import java.util.Map;
import java.util.Properties;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/**
 * Publishes events as an oversight system would, all of them or none: in one transaction that {@link #commit} ends and
 * {@link #close} without it gives up. One thread at a time.
 */
public final class Publisher implements AutoCloseable {
    private final TopicCatalog topics;
    private final KafkaProducer<String, byte[]> producer;
    private final Serializer<Object> serializer;
    private final EventAvro avro = new EventAvro();
    private boolean open;

    /**
     * Begins the transaction. One that an earlier publisher of the same id left open is given up.
     *
     * @param properties of the producer
     * @param transactionalId distinct among publishers that run at the same time
     * @throws ClusterException if no broker answers in time
     */
    public Publisher(TopicCatalog topics, Map<String, ?> properties, ConfiguredSerdes serdes, String transactionalId) {
        this.topics = topics;
        this.serializer = serdes.serializer();
        Properties config = new Properties();
        config.putAll(properties);
        Transactions.configure(config, transactionalId);
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        begin(String.valueOf(config.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)));
    }

    private void begin(String bootstrapServers) {
        try {
            producer.initTransactions();
            producer.beginTransaction();
            open = true;
        } catch (TimeoutException e) {
            producer.close();
            throw new ClusterAnswers(bootstrapServers).failure("begin to publish", e);
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    /**
     * Sends one event to the topic of its feed.
     *
     * @throws org.misconductmonitor.event.InvalidEventException if its feed cannot carry a field or word of it: nothing
     *     was sent, and the next event may follow
     * @throws ClusterException if the transaction was ended by others: see {@link #commit}
     */
    public void publish(Event event) {
        IndexedRecord record = avro.write(event);
        String topic = topics.name(EventAvro.topic(event.type().feed()));
        Headers headers = new RecordHeaders();
        // Inside the producer a registry that is away would only surface as a transaction that cannot go on.
        byte[] value = serializer.serialize(topic, headers, record);
        try {
            producer.send(new ProducerRecord<>(topic, null, EventCheck.expectedKey(event), value, headers));
        } catch (KafkaException e) {
            throw ended(e);
        }
    }

    /**
     * Makes everything visible at once; throws if any event could not be sent.
     *
     * @throws ClusterException if another publisher of the same id has begun, or it took longer than
     *     {@link Transactions#LONGEST}
     */
    public void commit() {
        try {
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw ended(e);
        }
        open = false;
    }

    private RuntimeException ended(KafkaException failure) {
        if (!Transactions.isEndedByOthers(failure)) {
            return failure;
        }
        // Of it there is nothing left to give up.
        open = false;
        return new ClusterException(
                "nothing was published: the same was begun again meanwhile, or it took longer than the "
                        + Transactions.LONGEST.toSeconds()
                        + " s that one transaction may take. Let only one run, or split the files",
                failure);
    }

    /** The same, and begins the next transaction. */
    public void commitAndGoOn() {
        commit();
        producer.beginTransaction();
        open = true;
    }

    @Override
    public void close() {
        try {
            if (open) {
                producer.abortTransaction();
            }
        } finally {
            producer.close();
        }
    }
}
