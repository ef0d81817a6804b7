package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Workbench.Ran;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.MonitorTopic;

@ExtendWith(SharedPlatform.class)
class DeadLettersCommandTest {
    private static final byte[] GARBAGE = "secret garbage".getBytes(StandardCharsets.UTF_8);
    private static final byte[] UNKNOWN_SCHEMA = {0, 0x7f, 0, 0, 0, 1};

    @TempDir
    private Path directory;

    private Workbench bench;

    @BeforeEach
    void prepare(EmbeddedPlatform platform) throws IOException {
        bench = new Workbench(platform, directory);
    }

    @Test
    void shouldListWithoutContentAndReplayExactlyOnce() throws Exception {
        bench.run("topics", "create");
        publish(GARBAGE, UNKNOWN_SCHEMA);
        bench.process();

        Ran list = bench.run("dead-letters", "list");
        assertThat(list.out())
                .contains("NOT_AVRO_FRAME", "UNKNOWN_SCHEMA", ".allegations-1@0", "2 dead letters", "schema registry")
                .doesNotContain("secret");
        assertThat(bench.run("dead-letters", "list", "--content", "--json", "--limit", "1")
                        .out())
                .contains("\"key\":\"O1\"", "\"value\":\"")
                .hasLineCount(1);

        Ran plan = bench.run("dead-letters", "replay", "--all", "--dry-run");
        Ran some = bench.run("dead-letters", "replay", "--reason", "NOT_AVRO_FRAME");
        Ran again = bench.run("dead-letters", "replay", "--reason", "NOT_AVRO_FRAME");

        assertThat(plan.out()).contains("2 would be replayed");
        assertThat(some.exit()).isEqualTo(Exit.OK);
        assertThat(some.out()).contains("1 replayed", "1  to ");
        assertThat(again.out()).contains("0 replayed", "1 had been replayed before");
        assertThat(bench.run("dead-letters", "list").out())
                .contains("UNKNOWN_SCHEMA", "1 dead letter")
                .doesNotContain("NOT_AVRO_FRAME");
        assertThat(bench.run("dead-letters", "list", "--all").out()).contains("replayed", "NOT_AVRO_FRAME");
        List<ConsumerRecord<byte[], byte[]>> records = records();
        assertThat(records).hasSize(3);
        assertThat(records.get(2).value()).isEqualTo(GARBAGE);
        assertThat(records.get(2).key()).isEqualTo(records.get(0).key());
        assertThat(records.get(2).headers()).isEqualTo(records.get(0).headers());
    }

    @Test
    void shouldLetWhatIsStillWrongBeReplayedAgain() throws Exception {
        bench.run("topics", "create");
        publish(GARBAGE);
        bench.process();
        bench.run("dead-letters", "replay", "--all");
        bench.process();

        assertThat(bench.run("dead-letters", "list").out()).contains(".allegations-1@", "1 dead letter");
        assertThat(bench.run("dead-letters", "replay", "--all").out())
                .contains("1 replayed", "1 had been replayed before");
    }

    @Test
    void shouldSayWhatItNeedsToKnow() {
        bench.run("topics", "create");

        assertThat(Workbench.plain("dead-letters", "replay").exit()).isEqualTo(Exit.USAGE);
        Ran absent = bench.run("dead-letters", "replay", "--offset", "0@99");
        assertThat(absent.exit()).isEqualTo(Exit.FAILED);
        assertThat(absent.out()).contains("there is no dead letter at 0@99");
        assertThat(bench.run("dead-letters", "replay", "--reason", "NO_SUCH").exit())
                .isEqualTo(Exit.USAGE);
    }

    private String topic() {
        return bench.config().topics().catalog().name(MonitorTopic.ALLEGATIONS);
    }

    private void publish(byte[]... values) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                ClientProperties.producer(bench.config()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(
                                topic(),
                                1,
                                "O1".getBytes(StandardCharsets.UTF_8),
                                value,
                                List.of(new RecordHeader("trace", new byte[] {1}))))
                        .get();
            }
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> records() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic(), 1);
        Map<String, Object> properties = ClientProperties.consumer(bench.config());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
