package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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
class ImportCommandTest {
    private static final String GOOD =
            Workbench.recorded(1, "O1", "2020-01-01") + Workbench.recorded(2, "O1", "2020-02-01");
    private static final String BAD = "{\"eventType\":\"RECORDED\",\"eventId\":\"E3\",\"oficerId\":\"O1\"}\n"
            + "{\"eventType\":\"NO_SUCH\",\"eventId\":\"E4\"}\n"
            + "not json\n";

    @TempDir
    private Path directory;

    private Workbench bench;

    @BeforeEach
    void prepare(EmbeddedPlatform platform) throws IOException {
        bench = new Workbench(platform, directory);
    }

    @Test
    void shouldPublishTheGoodLinesAndReportTheBadOnes() throws Exception {
        bench.run("topics", "create");
        Path file = bench.file("events.jsonl", GOOD + BAD);
        Path rejects = directory.resolve("rejects.jsonl");

        Ran ran = bench.run("import", file.toString(), "--rejects", rejects.toString());

        assertThat(ran.exit()).isEqualTo(Exit.FAILED);
        assertThat(ran.out()).containsSubsequence("read", "5", "published", "2  (RECORDED 2)", "rejected", "3");
        assertThat(ran.err()).contains("line 3: oficerId", "line 4: eventType", "line 5: ");
        assertThat(Files.readAllLines(rejects))
                .hasSize(3)
                .first()
                .asString()
                .contains("\"line\":3", "\"field\":\"oficerId\"", "\"reason\":\"UNKNOWN_FIELD\"");
        assertThat(published()).isEqualTo(2);
    }

    @Test
    void shouldPublishNothingInADryRunAndNeedNoCluster() throws IOException {
        bench.set("bootstrap.servers", "127.0.0.1:1");
        Path file = bench.file("events.jsonl", GOOD);

        Ran ran = bench.run("import", file.toString(), "--dry-run");

        assertThat(ran.exit()).isEqualTo(Exit.OK);
        assertThat(ran.out()).contains("good", "Dry run: nothing was published.");
    }

    @Test
    void shouldRejectWhatItsFeedCannotCarry() throws IOException {
        Path file = bench.file(
                "events.jsonl",
                "{\"eventType\":\"VETTING_GRANTED\",\"eventId\":\"V1\",\"officerId\":\"O1\",\"at\":\"2020-01-01T00:00:00Z\","
                        + "\"outside\":true}\n");

        Ran ran = bench.run("import", file.toString(), "--dry-run");

        assertThat(ran.exit()).isEqualTo(Exit.FAILED);
        assertThat(ran.err()).contains("line 1: outside: events of this type cannot carry this field");
    }

    @Test
    void shouldReadTablesByTheirMapping() {
        Ran without = bench.run("import", "src/test/resources/csv/complaints.csv", "--dry-run");
        Ran with = bench.run(
                "import",
                "src/test/resources/csv/complaints.csv",
                "--mapping",
                "src/test/resources/csv/complaints.yaml",
                "--dry-run",
                "--json");

        assertThat(without.err()).contains("is a table: say with --mapping FILE");
        assertThat(with.out()).contains("\"dryRun\" : true");
        assertThat(with.err()).doesNotContain("unexpected");
    }

    @Test
    void shouldSayThatTopicsAreMissing() throws IOException {
        Path file = bench.file("events.jsonl", GOOD);

        Ran ran = bench.run("import", file.toString());

        assertThat(ran.exit()).isEqualTo(Exit.FAILED);
        assertThat(ran.err())
                .contains("there is no topic")
                .contains("`topics create`")
                .hasLineCount(1);
    }

    @Test
    void shouldPublishNothingWhenTheRegistryIsAway() throws Exception {
        bench.run("topics", "create");
        bench.set("schema.registry.url", "http://127.0.0.1:1");
        bench.set("registry.retry.timeout.ms", "300");
        Path file = bench.file("events.jsonl", GOOD);

        Ran ran = bench.run("import", file.toString());

        assertThat(ran.exit()).isEqualTo(Exit.FAILED);
        assertThat(ran.err()).contains("nothing was published: ").hasLineCount(1);
        assertThat(published()).isZero();
    }

    private int published() {
        String topic = bench.config().topics().catalog().name(MonitorTopic.ALLEGATIONS);
        Map<String, Object> properties = ClientProperties.consumer(bench.config());
        int count = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                count += consumer.poll(Duration.ofMillis(100)).count();
            }
        }
        return count;
    }
}
