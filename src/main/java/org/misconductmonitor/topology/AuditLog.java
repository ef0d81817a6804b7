package org.misconductmonitor.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** Writes the topic of operations. */
public final class AuditLog implements AutoCloseable {
    private final String topic;
    private final ConfiguredSerdes serdes;
    private final ClusterAnswers answers;
    private final KafkaProducer<String, byte[]> producer;
    private final Schema schema = TopicSchemas.of(MonitorTopic.AUDIT);

    /** @param properties of a producer */
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
        Headers headers = new RecordHeaders();
        byte[] value = serdes.serializer().serialize(topic, headers, record(entry));
        String key = entry.officerId() == null ? entry.tenantId() : entry.officerId();
        try {
            producer.send(new ProducerRecord<>(topic, null, key, value, headers))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw answers.failure("write the audit log", e);
        } catch (ExecutionException e) {
            throw answers.failure("write the audit log", e.getCause());
        }
    }

    private GenericData.Record record(AuditEntry entry) {
        GenericData.Record record = new GenericData.Record(schema);
        record.put("entryId", entry.entryId());
        record.put(
                "operation",
                new GenericData.EnumSymbol(
                        schema.getField("operation").schema(), entry.operation().name()));
        record.put("at", EventAvro.micros(entry.at()));
        record.put("actor", entry.actor());
        record.put("tenantId", entry.tenantId());
        record.put("officerId", entry.officerId());
        record.put("resource", entry.resource());
        record.put("records", entry.records());
        record.put("justification", entry.justification());
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }
}
