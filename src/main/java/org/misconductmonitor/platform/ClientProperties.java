package org.misconductmonitor.platform;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Properties of Kafka clients outside the topology; what the operator hands on wins. */
public final class ClientProperties {
    private ClientProperties() {}

    /** For an {@code Admin}: it gives up on a cluster that does not answer after 15 s, not a minute. */
    public static Map<String, Object> admin(MonitorConfig config) {
        Map<String, Object> properties = base(config);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        properties.putAll(config.passThrough().admin());
        return properties;
    }

    /** For a consumer without a group: it gives up on a cluster that does not answer after 15 s, creates no topic, and
     * sees committed records only, from the beginning. Add the deserializers. */
    public static Map<String, Object> consumer(MonitorConfig config) {
        Map<String, Object> properties = base(config);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        properties.putAll(config.passThrough().consumer());
        return properties;
    }

    /** For a producer that loses nothing and repeats nothing. Add the serializers. */
    public static Map<String, Object> producer(MonitorConfig config) {
        Map<String, Object> properties = base(config);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
        properties.putAll(config.passThrough().producer());
        return properties;
    }

    /** The same for one that somebody waits for: it gives up after 15 s at most. */
    public static Map<String, Object> promptProducer(MonitorConfig config) {
        Map<String, Object> properties = producer(config);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        properties.putAll(config.passThrough().producer());
        return properties;
    }

    private static Map<String, Object> base(MonitorConfig config) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        return properties;
    }
}
