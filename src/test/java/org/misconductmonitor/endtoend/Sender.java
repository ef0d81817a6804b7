package org.misconductmonitor.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.topology.MonitorTopic;

/** A publisher, and an operator, who do what they should not. */
final class Sender {
    /** Header that tells the records apart; dead letters keep it. */
    static final String MARK = "mark";

    private final Site site;

    Sender(Site site) {
        this.site = site;
    }

    /** Sends any bytes to the topic of allegations. */
    void send(String mark, byte[] key, byte[] value) {
        Map<String, Object> properties = ClientProperties.producer(site.config());
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 << 20);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(site.topic(MonitorTopic.ALLEGATIONS), key, value);
            record.headers().add(MARK, mark.getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(mark, e);
        }
    }

    void set(MonitorTopic topic, String name, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, site.topic(topic));
        AlterConfigOp operation = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(ClientProperties.admin(site.config()))) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(operation)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
