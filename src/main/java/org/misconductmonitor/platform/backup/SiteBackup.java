package org.misconductmonitor.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.MonitorGroup;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.topology.ClusterAnswers;
import org.misconductmonitor.topology.MisconductTopology;
import org.misconductmonitor.topology.TopicSpec;
import org.misconductmonitor.topology.serdes.MalformedRecordException;
import org.misconductmonitor.topology.serdes.SchemaRegistryClient;

/**
 * Copies a site into files. Publishers may go on meanwhile: what they publish is in the backup or is not, in order, and
 * has not been read by the monitor.
 */
public final class SiteBackup {
    private final MonitorConfig config;
    private final Admin admin;
    private final SchemaRegistryClient registry;
    private final ClusterAnswers answers;
    private final MonitorGroup group;
    private final TopicCopy copy;

    /** @param admin stays open */
    public SiteBackup(MonitorConfig config, Admin admin, SchemaRegistryClient registry) {
        this.config = config;
        this.admin = admin;
        this.registry = registry;
        this.answers = new ClusterAnswers(config.bootstrapServers());
        this.group = new MonitorGroup(config, admin);
        this.copy = new TopicCopy(config, admin);
    }

    /**
     * Makes one.
     *
     * @param directory is made; must be empty if it exists
     * @param progress is told each topic that is done
     * @throws BackupException if an instance is running, or the directory is not empty
     */
    public BackupManifest create(Path directory, Consumer<BackupManifest.Topic> progress) {
        try {
            requireEmpty(directory);
            requireStopped();
            Map<TopicPartition, OffsetAndMetadata> committed = committed();
            String begun = Instant.now().toString();
            Map<TopicPartition, Long> read = new HashMap<>();
            Map<Integer, String> ids = new TreeMap<>();
            List<BackupManifest.Topic> topics = new ArrayList<>();
            for (TopicSpec spec : config.topics().catalog().all()) {
                topics.add(copy.write(spec.name(), false, directory, record -> {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    OffsetAndMetadata next = committed.get(partition);
                    read.merge(partition, next != null && record.offset() < next.offset() ? 1L : 0L, Long::sum);
                    ids.putIfAbsent(WireIds.of(record.value()), record.topic() + "-value");
                }));
                progress.accept(topics.get(topics.size() - 1));
            }
            for (String changelog : changelogs()) {
                topics.add(copy.write(changelog, true, directory, record -> {}));
                progress.accept(topics.get(topics.size() - 1));
            }
            if (!group.isAtRest() || !committed.equals(committed())) {
                throw new BackupException("the monitor was started meanwhile: what is in " + directory
                        + " does not belong together. Stop every instance, and make another backup");
            }
            BackupManifest manifest = new BackupManifest(
                    BackupManifest.FORMAT,
                    release(),
                    begun,
                    config.applicationId(),
                    config.topics().catalog().settings().prefix(),
                    topics,
                    positions(committed, read),
                    schemas(ids));
            manifest.write(directory);
            return manifest;
        } catch (IOException | UncheckedIOException e) {
            throw new BackupException("the backup could not be written: " + e.getMessage(), e);
        }
    }

    private static void requireEmpty(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isPresent()) {
                throw new BackupException(directory + " is not empty: name a new directory for each backup");
            }
        }
    }

    private void requireStopped() {
        if (!group.isAtRest()) {
            throw new BackupException("the monitor " + group.id() + " is running: stop every instance first, and start"
                    + " it again after the backup. One that was killed counts as running for some ten seconds more."
                    + " Nothing is lost meanwhile; publishers can go on");
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        return group.isKnown()
                ? answers.await(
                        admin.listConsumerGroupOffsets(group.id()).partitionsToOffsetAndMetadata(),
                        "read the offsets of " + group.id())
                : Map.of();
    }

    private List<String> changelogs() {
        Set<String> names = answers.await(admin.listTopics().names(), "list the topics");
        return MisconductTopology.stores(Monitor.topology(config, RuleSet.NONE)).stream()
                .map(store -> config.applicationId() + "-" + store + "-changelog")
                .filter(names::contains)
                .toList();
    }

    private static List<BackupManifest.Position> positions(
            Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> read) {
        return committed.entrySet().stream()
                .map(entry -> new BackupManifest.Position(
                        entry.getKey().topic(),
                        entry.getKey().partition(),
                        read.getOrDefault(entry.getKey(), 0L),
                        entry.getValue().metadata()))
                .sorted((a, b) -> (a.topic() + a.partition()).compareTo(b.topic() + b.partition()))
                .toList();
    }

    /** What begins like an id but is none, such as in a record that is damaged, is left out. */
    private List<BackupManifest.WrittenSchema> schemas(Map<Integer, String> ids) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getKey() >= 0)
                .map(entry -> schema(entry.getKey(), entry.getValue()))
                .filter(Objects::nonNull)
                .toList();
    }

    private BackupManifest.WrittenSchema schema(int id, String subject) {
        try {
            return new BackupManifest.WrittenSchema(
                    id, subject, registry.schema(id).toString());
        } catch (MalformedRecordException e) {
            return null;
        }
    }

    private static String release() {
        return Optional.ofNullable(SiteBackup.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
