package org.misconductmonitor.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.misconductmonitor.statistics.CountKey;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import org.misconductmonitor.topology.serdes.DecodeFailure;

/**
 * The topic of published counts, as its one writer knows it: of what is there only what has changed is written, all of it
 * or nothing. The same counts are written once, whoever writes them. After a failure it has to be opened again. One thread
 * at a time.
 */
public final class StatisticsTopic implements AutoCloseable {
    /** In place of a count that nobody can read: it is written again. */
    private static final long UNREADABLE = -1;

    private final String topic;
    private final ConfiguredSerdes serdes;
    private final ClusterAnswers answers;
    private final KafkaProducer<String, byte[]> producer;
    private final StatisticAvro avro = new StatisticAvro();
    private final Map<String, Long> published = new HashMap<>();

    /**
     * Shuts out whoever writes it at this moment, then reads what is there.
     *
     * @param consumer properties of the consumer
     * @param properties of the producer
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    public StatisticsTopic(
            TopicCatalog topics,
            Map<String, ?> consumer,
            Map<String, ?> properties,
            ConfiguredSerdes serdes,
            String applicationId) {
        this.topic = topics.name(MonitorTopic.STATISTICS);
        this.serdes = serdes;
        Properties config = new Properties();
        config.putAll(properties);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TransactionalIds.statistics(applicationId));
        this.answers = new ClusterAnswers(String.valueOf(config.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)));
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            try (TopicReader reader = new TopicReader(consumer, topic)) {
                reader.readAll(record -> take(new String(record.key(), StandardCharsets.UTF_8), record.value()));
            }
        } catch (KafkaException e) {
            producer.close();
            throw answers.failure("publish counts", e);
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    private void take(String key, byte[] value) {
        if (value == null) {
            published.remove(key);
        } else {
            published.put(key, count(value));
        }
    }

    private long count(byte[] value) {
        try {
            return avro.count((IndexedRecord) serdes.deserializer().deserialize(topic, value));
        } catch (RuntimeException e) {
            if (DecodeFailure.classify(e) instanceof DecodeFailure.Unavailable) {
                throw e;
            }
            return UNREADABLE;
        }
    }

    /**
     * Writes those that are new or have changed, and a tombstone for each that is there and not among them.
     *
     * @param asOf when the cluster took the newest fact that is certainly in them
     * @return how many records were written
     * @throws ClusterException if they could not be: none of them was
     */
    public int publish(Map<CountKey, Long> counts, Instant asOf) {
        Map<String, CountKey> keys = new HashMap<>();
        counts.keySet().forEach(of -> keys.put(StatisticAvro.key(of), of));
        Set<String> changed = new HashSet<>(published.keySet());
        changed.addAll(keys.keySet());
        changed.removeIf(
                key -> keys.containsKey(key) && counts.get(keys.get(key)).equals(published.get(key)));
        if (changed.isEmpty()) {
            return 0;
        }
        try {
            producer.beginTransaction();
            for (String key : changed) {
                CountKey of = keys.get(key);
                producer.send(of == null ? new ProducerRecord<>(topic, key, null) : record(of, counts.get(of), asOf));
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw answers.failure("publish counts", e);
        }
        changed.forEach(key -> {
            if (keys.containsKey(key)) {
                published.put(key, counts.get(keys.get(key)));
            } else {
                published.remove(key);
            }
        });
        return changed.size();
    }

    private ProducerRecord<String, byte[]> record(CountKey of, long count, Instant asOf) {
        Headers headers = new RecordHeaders();
        byte[] value = serdes.serializer().serialize(topic, headers, avro.write(of, count, asOf));
        return new ProducerRecord<>(topic, null, StatisticAvro.key(of), value, headers);
    }

    /** Gives up what was not committed. */
    @Override
    public void close() {
        producer.close();
    }
}
