package org.misconductmonitor.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.ClusterAnswers;
import org.misconductmonitor.topology.TopicReader;

/** Copies topics into files. */
final class TopicCopy {
    private final MonitorConfig config;
    private final Admin admin;
    private final ClusterAnswers answers;

    TopicCopy(MonitorConfig config, Admin admin) {
        this.config = config;
        this.admin = admin;
        this.answers = new ClusterAnswers(config.bootstrapServers());
    }

    /**
     * Writes one.
     *
     * @param seen is told each record
     */
    BackupManifest.Topic write(
            String topic, boolean changelog, Path directory, Consumer<ConsumerRecord<byte[], byte[]>> seen)
            throws IOException {
        String file = topic + ".records.gz";
        long[] records = {0};
        int partitions;
        try (TopicReader reader = new TopicReader(ClientProperties.consumer(config), topic);
                RecordFile.Writer writer = new RecordFile.Writer(directory.resolve(file))) {
            partitions = reader.partitions().size();
            reader.readAll(record -> {
                try {
                    writer.write(record);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                seen.accept(record);
                records[0]++;
            });
            writer.end();
        }
        return new BackupManifest.Topic(
                topic,
                changelog,
                partitions,
                settings(topic),
                records[0],
                file,
                RecordFile.sha256(directory.resolve(file)));
    }

    private Map<String, String> settings(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config settings = answers.await(admin.describeConfigs(List.of(resource)).all(), "read the settings of " + topic)
                .get(resource);
        return settings.entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
