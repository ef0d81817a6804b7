package org.misconductmonitor.platform.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.misconductmonitor.topology.serdes.RegistryConfig;
import org.misconductmonitor.topology.serdes.SchemaRegistryClient;

/** Plain clients of a platform under test. */
final class Clients {
    private Clients() {}

    static void createTopic(EmbeddedPlatform platform, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    static void produce(EmbeddedPlatform platform, String topic, String... values) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", platform.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, value)).get(20, TimeUnit.SECONDS);
            }
        }
    }

    static List<String> consume(EmbeddedPlatform platform, String topic, int count) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                platform.bootstrapServers(),
                "group.id",
                "reader-" + System.nanoTime(),
                "auto.offset.reset",
                "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
        }
        return values;
    }

    static SchemaRegistryClient registry(EmbeddedPlatform platform) {
        return new SchemaRegistryClient(RegistryConfig.from(Map.of(RegistryConfig.URL, platform.registryUrl())));
    }

    static int register(EmbeddedPlatform platform, String subject) {
        return registry(platform)
                .register(
                        subject,
                        new Schema.Parser()
                                .parse(
                                        "{\"type\":\"record\",\"name\":\"Kept\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}"));
    }
}
