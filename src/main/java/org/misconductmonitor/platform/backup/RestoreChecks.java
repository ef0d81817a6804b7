package org.misconductmonitor.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.MonitorGroup;

/** What must be so before anything of a backup is written. */
final class RestoreChecks {
    private final MonitorConfig config;
    private final Admin admin;
    private final RestoredTopics topics;

    RestoreChecks(MonitorConfig config, Admin admin, RestoredTopics topics) {
        this.config = config;
        this.admin = admin;
        this.topics = topics;
    }

    /** @throws BackupException if the backup is damaged, the configuration is of another site, or there is one already */
    void require(Path directory, BackupManifest manifest) throws IOException {
        requireWhole(directory, manifest);
        requireSameSite(manifest);
        requireNothingThere(manifest);
    }

    private static void requireWhole(Path directory, BackupManifest manifest) throws IOException {
        for (BackupManifest.Topic topic : manifest.topics()) {
            Path file = directory.resolve(topic.file());
            if (!Files.isRegularFile(file) || !RecordFile.sha256(file).equals(topic.sha256())) {
                throw new BackupException(
                        file + " is missing or damaged: take another copy of the backup. Nothing was written");
            }
        }
    }

    private void requireSameSite(BackupManifest manifest) {
        require("application.id", manifest.applicationId(), config.applicationId());
        require(
                "topics.prefix",
                manifest.topicsPrefix(),
                config.topics().catalog().settings().prefix());
        int partitions = manifest.topics().stream()
                .filter(topic -> !topic.changelog())
                .mapToInt(BackupManifest.Topic::partitions)
                .max()
                .orElseThrow();
        require("topics.partitions", partitions, config.topics().partitions());
    }

    private static void require(String key, Object backup, Object here) {
        if (!backup.equals(here)) {
            throw new BackupException("the backup is of a site with " + key + "=" + backup + ", here it is " + here
                    + ": names and partitions are part of what is stored. Set " + key + "=" + backup
                    + ". Nothing was written");
        }
    }

    private void requireNothingThere(BackupManifest manifest) {
        Set<String> there = topics.existing(
                manifest.topics().stream().map(BackupManifest.Topic::name).toList());
        if (!there.isEmpty()) {
            throw new BackupException("there is something already: " + String.join(", ", there) + " at "
                    + config.bootstrapServers() + ". A backup is restored where there is nothing: use an empty cluster,"
                    + " or delete these topics if they are of a restore that failed. Nothing was written");
        }
        if (new MonitorGroup(config, admin).isKnown()) {
            throw new BackupException("the cluster has offsets of " + config.applicationId()
                    + ": delete that group (kafka-consumer-groups.sh --delete) or use an empty cluster. Nothing was"
                    + " written");
        }
        Path state = config.stateDir().resolve(config.applicationId());
        if (Files.exists(state)) {
            throw new BackupException(
                    state + " has stores of another time: move it away, here and on every other machine that runs this"
                            + " monitor. Nothing was written");
        }
    }
}
