package org.misconductmonitor.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.ClusterAnswers;
import org.misconductmonitor.topology.SchemaRegistrar;
import org.misconductmonitor.topology.TopicCatalog;
import org.misconductmonitor.topology.TopicSchemas;

/**
 * Makes a site out of a backup, on a cluster that has nothing of it. Alerts, lives and reviews are those of the backup,
 * revision by revision: nothing is computed again, so that nothing is told twice.
 */
public final class SiteRestore {
    /** What a record adds to its value: key, headers, and what the protocol needs. */
    private static final int ROOM = 1 << 20;

    private final MonitorConfig config;
    private final Admin admin;
    private final SchemaRegistrar registry;
    private final RestoredTopics topics;

    /** @param admin stays open */
    public SiteRestore(MonitorConfig config, Admin admin, SchemaRegistrar registry) {
        this.config = config;
        this.admin = admin;
        this.registry = registry;
        this.topics = new RestoredTopics(config, admin);
    }

    /**
     * Restores it. Everything is checked before anything is written; what fails later says how to begin again.
     *
     * @param progress is told each topic that is done
     * @throws BackupException if the backup is damaged, the configuration is of another site, or there is one already
     */
    public BackupManifest restore(Path directory, Consumer<BackupManifest.Topic> progress) {
        try {
            BackupManifest manifest = BackupManifest.read(directory);
            new RestoreChecks(config, admin, topics).require(directory, manifest);
            write(directory, manifest, progress);
            return manifest;
        } catch (IOException e) {
            throw new BackupException("the backup cannot be read: " + e.getMessage(), e);
        }
    }

    private void write(Path directory, BackupManifest manifest, Consumer<BackupManifest.Topic> progress)
            throws IOException {
        Map<Integer, Integer> ids = register(manifest.schemas());
        topics.create(manifest);
        Map<String, Object> properties = ClientProperties.producer(config);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicCatalog.MAX_OUTPUT_BYTES + ROOM);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (BackupManifest.Topic topic : manifest.topics()) {
                write(directory, topic, ids, producer);
                progress.accept(topic);
            }
        }
        commit(manifest);
        topics.finish(manifest);
    }

    /** In the order in which they were registered, so that an empty registry gives the same ids; ours last. */
    private Map<Integer, Integer> register(List<BackupManifest.WrittenSchema> schemas) {
        Map<Integer, Integer> ids = new HashMap<>();
        schemas.stream()
                .sorted(Comparator.comparing(BackupManifest.WrittenSchema::id))
                .forEach(written -> ids.put(
                        written.id(),
                        registry.register(written.subject(), new Schema.Parser().parse(written.schema()))));
        TopicSchemas.register(config.topics().catalog(), registry);
        return ids;
    }

    private static void write(
            Path directory,
            BackupManifest.Topic topic,
            Map<Integer, Integer> ids,
            KafkaProducer<byte[], byte[]> producer)
            throws IOException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        Path file = directory.resolve(topic.file());
        try (RecordFile.Reader reader = new RecordFile.Reader(file, topic.name())) {
            for (ProducerRecord<byte[], byte[]> record = reader.next();
                    record != null && failure.get() == null;
                    record = reader.next()) {
                producer.send(topic.changelog() ? record : here(record, ids), (sent, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                    }
                });
            }
        }
        producer.flush();
        if (failure.get() != null) {
            throw new BackupException(
                    topic.name() + " could not be written (" + failure.get().getMessage()
                            + "). The site is not whole: delete its topics, mend the cause and restore again",
                    failure.get());
        }
    }

    private static ProducerRecord<byte[], byte[]> here(
            ProducerRecord<byte[], byte[]> record, Map<Integer, Integer> ids) {
        return new ProducerRecord<>(
                record.topic(),
                record.partition(),
                record.timestamp(),
                record.key(),
                WireIds.changed(record.value(), ids),
                record.headers());
    }

    /** Without transactions the offset behind so many records is their number. */
    private void commit(BackupManifest manifest) {
        if (manifest.positions().isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        manifest.positions()
                .forEach(position -> positions.put(
                        new TopicPartition(position.topic(), position.partition()),
                        new OffsetAndMetadata(position.records(), position.metadata())));
        new ClusterAnswers(config.bootstrapServers())
                .await(
                        admin.alterConsumerGroupOffsets(config.applicationId(), positions)
                                .all(),
                        "set the offsets of " + config.applicationId());
    }
}
