package org.misconductmonitor.platform;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/**
 * Properties of {@code KafkaStreams}. Pass the same ones to {@code StreamsBuilder.build}, and close with
 * {@code CloseOptions.GroupMembershipOperation.LEAVE_GROUP}: without it the next start waits for the old member's
 * session to end.
 */
public final class StreamsProperties {
    /** Kafka marks its constant as deprecated because a later release will have no other value. */
    private static final String HANDLER_FOR_GLOBAL_THREAD = "processing.exception.handler.global.enabled";

    private StreamsProperties() {}

    /**
     * Ours, then those the operator hands on, which win where nothing depends on them.
     *
     * @param largestRecord what a producer may send, bytes; the topics must allow as much
     */
    public static Properties of(MonitorConfig config, int largestRecord) {
        Properties properties = new Properties();
        identity(properties, config);
        promises(properties);
        speed(properties, config.streams());
        records(properties, largestRecord);
        membership(properties, config.streams());
        properties.putAll(config.passThrough().streams());
        return properties;
    }

    /**
     * Has the clock compared with the cluster's by what the monitor publishes.
     *
     * @param stamped what the names of the topics begin with whose records the cluster stamps
     */
    static void watch(Properties properties, ClockSkew clock, String stamped) {
        properties.putIfAbsent(producerPrefix(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG), AppendTimes.class.getName());
        properties.put(producerPrefix(AppendTimes.SKEW), clock);
        properties.put(producerPrefix(AppendTimes.STAMPED), stamped);
    }

    private static void identity(Properties properties, MonitorConfig config) {
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        if (config.topics().replicationFactor() > 0) {
            properties.put(
                    StreamsConfig.REPLICATION_FACTOR_CONFIG, config.topics().replicationFactor());
        }
    }

    private static void promises(Properties properties) {
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // A generated name would change with the topology, and the state under the old one would be lost in silence.
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        // Our processors turn bad records into dead letters themselves, before they write. Going on after any other
        // failure would leave stores and topics apart; failing takes the whole transaction back.
        properties.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailProcessingExceptionHandler.class);
        properties.put(HANDLER_FOR_GLOBAL_THREAD, true);
        properties.put(consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    }

    private static void speed(Properties properties, StreamsConfiguration streams) {
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, streams.threads());
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, streams.commitIntervalMs());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, streams.cacheBytes());
        // 0 waits for what the brokers already have of every topic, never for a publisher.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
        // Kafka Streams would wait 100 ms for more records, five commits long.
        properties.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(BoundedRocksDb.MEMORY, streams.rocksDbBytes());
    }

    private static void records(Properties properties, int largestRecord) {
        properties.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), largestRecord);
        properties.put(topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), largestRecord);
    }

    private static void membership(Properties properties, StreamsConfiguration streams) {
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, streams.groupProtocol());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, streams.standbyReplicas());
        if (streams.groupProtocol().equals("classic")) {
            // An instance that was killed holds its partitions until its session ends: 10 s instead of 45. With the
            // streams protocol the broker decides and a client that sets it is refused.
            properties.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        }
    }
}
