package org.misconductmonitor.platform.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is in a backup. It is written last: a directory without it holds no backup.
 *
 * @param format of the files; this release writes and reads {@value #FORMAT}
 * @param release of the monitor that made it
 * @param createdAt when it was begun, ISO 8601
 * @param applicationId of the monitor
 * @param topicsPrefix what the names of its topics begin with
 * @param topics all of them, changelogs included
 * @param positions how far the monitor had come with what it reads
 * @param schemas that the records were written with
 */
public record BackupManifest(
        int format,
        String release,
        String createdAt,
        String applicationId,
        String topicsPrefix,
        List<Topic> topics,
        List<Position> positions,
        List<WrittenSchema> schemas) {
    static final int FORMAT = 1;

    private static final String FILE = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public BackupManifest {
        topics = List.copyOf(topics);
        positions = List.copyOf(positions);
        schemas = List.copyOf(schemas);
    }

    /**
     * A topic.
     *
     * @param changelog whether it is one of the monitor's stores; others are made with the settings of the catalogue
     * @param settings of the topic itself, as far as they differ from the cluster's
     * @param records of all partitions together
     * @param file in the directory of the backup
     * @param sha256 of that file, in hexadecimal digits
     */
    public record Topic(
            String name,
            boolean changelog,
            int partitions,
            Map<String, String> settings,
            long records,
            String file,
            String sha256) {
        public Topic {
            settings = Map.copyOf(settings);
        }
    }

    /**
     * How far the monitor had come with a partition.
     *
     * @param records in the backup that it had read; offsets have gaps, so they would mean nothing elsewhere
     * @param metadata that Kafka Streams keeps with the offset
     */
    public record Position(String topic, int partition, long records, String metadata) {}

    /**
     * A schema that records refer to.
     *
     * @param id in the records
     * @param subject of the topic in which it was seen
     * @param schema as JSON
     */
    public record WrittenSchema(int id, String subject, String schema) {}

    /** All records of all topics. */
    public long records() {
        return topics.stream().mapToLong(Topic::records).sum();
    }

    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /** @throws BackupException if there is none, or another release has to read it */
    static BackupManifest read(Path directory) throws IOException {
        if (!isIn(directory)) {
            throw new BackupException("there is no whole backup in " + directory + ": it has no " + FILE);
        }
        BackupManifest manifest;
        try {
            manifest = JSON.readValue(Files.readAllBytes(directory.resolve(FILE)), BackupManifest.class);
        } catch (JsonProcessingException e) {
            throw new BackupException(directory.resolve(FILE) + " is damaged: take another copy of the backup", e);
        }
        if (manifest.format() != FORMAT) {
            throw new BackupException("the backup in " + directory + " has form " + manifest.format()
                    + ", this release reads form " + FORMAT + ": restore it with release " + manifest.release());
        }
        return manifest;
    }

    void write(Path directory) throws IOException {
        Files.write(directory.resolve(FILE), JSON.writeValueAsBytes(this));
    }
}
