package org.misconductmonitor.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.topology.MonitorTopic;

/** {@code dead-letters replay --all} in a process of its own, which can be killed. */
final class ReplayProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 150;
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** @param log gets what the process says */
    ReplayProcess(Site site, Path log) throws IOException {
        Map<String, Object> properties = new HashMap<>(ClientProperties.consumer(site.config()));
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = IntStream.range(0, site.config().topics().partitions())
                .mapToObj(partition -> new TopicPartition(site.topic(MonitorTopic.ALLEGATIONS), partition))
                .toList();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.misconductmonitor.cli.Main"));
        command.addAll(List.of("dead-letters", "replay", "--all"));
        command.addAll(site.arguments());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /**
     * Kills it at once when so many of its records have reached the broker.
     *
     * @return whether it died of that: it may have been done before
     */
    boolean killAfter(int records) throws InterruptedException {
        long wanted = written() + records;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && written() < wanted && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        process.destroyForcibly();
        return await() == KILLED;
    }

    int await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the replay does not end");
        }
        return process.exitValue();
    }

    /** Committed or not. */
    private long written() {
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        consumer.close();
    }
}
