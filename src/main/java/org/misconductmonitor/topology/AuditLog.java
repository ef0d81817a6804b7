package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** Writes the topic of operations. Any number of threads. */
public final class AuditLog implements AutoCloseable {
    private final String topic;
    private final ConfiguredSerdes serdes;
    private final ClusterAnswers answers;
    private final KafkaProducer<String, byte[]> producer;
    private final AuditAvro avro = new AuditAvro();

    /** @param properties of a producer that loses nothing and repeats nothing */
    public AuditLog(TopicCatalog topics, Map<String, ?> properties, ConfiguredSerdes serdes) {
        this.topic = topics.name(MonitorTopic.AUDIT);
        this.serdes = serdes;
        this.answers = new ClusterAnswers(String.valueOf(properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)));
        this.producer =
                new KafkaProducer<>(new HashMap<>(properties), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Writes an entry and waits until it is there.
     *
     * @throws ClusterException if it could not be written
     */
    public void write(AuditEntry entry) {
        write(List.of(entry));
    }

    /**
     * Writes them and waits until all are there.
     *
     * @throws ClusterException if one could not be written; others may have been
     */
    public void write(List<AuditEntry> entries) {
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (AuditEntry entry : entries) {
                sent.add(producer.send(record(entry)));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw answers.failure("write the audit log", e);
        } catch (ExecutionException e) {
            throw answers.failure("write the audit log", e.getCause());
        } catch (KafkaException e) {
            throw answers.failure("write the audit log", e);
        }
    }

    /** Serializers are for one thread at a time. */
    private synchronized ProducerRecord<String, byte[]> record(AuditEntry entry) {
        Headers headers = new RecordHeaders();
        byte[] value = serdes.serializer().serialize(topic, headers, avro.write(entry));
        String key = entry.officerId() == null ? entry.tenantId() : entry.officerId();
        return new ProducerRecord<>(topic, null, key, value, headers);
    }

    @Override
    public void close() {
        producer.close();
    }
}
