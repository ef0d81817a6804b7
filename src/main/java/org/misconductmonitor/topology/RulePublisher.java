package org.misconductmonitor.topology;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/**
 * Publishes versions of rules to every partition, all of them or none: each task of the monitor reads its own partition,
 * and all must judge by the same rules.
 */
public final class RulePublisher implements AutoCloseable {
    private final String topic;
    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final Serializer<Object> serializer;
    private final RuleVersionAvro avro = new RuleVersionAvro();

    /**
     * Shuts out others that publish rules at this moment.
     *
     * @param properties of the producer
     * @throws ClusterException if no broker answers in time
     */
    public RulePublisher(
            TopicCatalog topics, Map<String, ?> properties, ConfiguredSerdes serdes, String applicationId) {
        this.topic = topics.name(MonitorTopic.RULES);
        this.serializer = serdes.serializer();
        Properties config = new Properties();
        config.putAll(properties);
        Transactions.configure(config, TransactionalIds.rules(applicationId));
        this.bootstrapServers = String.valueOf(config.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (TimeoutException e) {
            producer.close();
            throw new ClusterAnswers(bootstrapServers).failure("publish rules", e);
        }
    }

    /** @throws ClusterException if they could not be published: none of them was */
    public void publish(List<RuleVersion> versions) {
        int partitions = producer.partitionsFor(topic).size();
        producer.beginTransaction();
        try {
            for (RuleVersion version : versions) {
                Headers headers = new RecordHeaders();
                byte[] value = serializer.serialize(topic, headers, avro.write(version));
                for (int partition = 0; partition < partitions; partition++) {
                    producer.send(new ProducerRecord<>(topic, partition, version.ruleId(), value, headers));
                }
            }
            producer.commitTransaction();
        } catch (TimeoutException e) {
            throw new ClusterAnswers(bootstrapServers).failure("publish rules", e);
        }
    }

    /** Gives up what was not committed. */
    @Override
    public void close() {
        producer.close();
    }
}
