package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What people can read of a running system who may see no record. */
final class Writings {
    private Writings() {}

    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    /** Kafka shows its clients and what it measures there. */
    static List<String> beans() {
        return ManagementFactory.getPlatformMBeanServer().queryNames(null, null).stream()
                .map(Object::toString)
                .toList();
    }

    static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    static List<String> headers(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .flatMap(record -> Arrays.stream(record.headers().toArray()))
                .map(header -> header.key() + "=" + (header.value() == null ? "" : new String(header.value(), UTF_8)))
                .toList();
    }
}
