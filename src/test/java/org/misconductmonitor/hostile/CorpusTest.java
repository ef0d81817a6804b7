package org.misconductmonitor.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.topology.Accounting.Outcome;
import org.misconductmonitor.topology.DeadLetters;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import org.misconductmonitor.topology.serdes.FakeRegistry;
import org.misconductmonitor.topology.serdes.MonitorAvroSerializer;
import org.misconductmonitor.topology.serdes.RegistryConfig;
import org.misconductmonitor.topology.serdes.SchemaRegistryClient;

/** The whole corpus, one record after the other: each is taken or set aside with its reason, and the stream goes on. */
class CorpusTest {
    private static final RuleSet RULES = RuleFiles.load(
                    List.of(Path.of("src/test/resources/rules/every-allegation.yaml")))
            .rules();
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int FEWEST = 150;

    @TempDir
    private Path directory;

    private final FakeRegistry registry = new FakeRegistry();
    private final Map<String, String> properties = Map.of(
            RegistryConfig.URL, registry.url(),
            RegistryConfig.RETRY_BACKOFF, "1",
            MonitorAvroSerializer.AUTO_REGISTER, "true");
    private final SchemaRegistryClient client = new SchemaRegistryClient(RegistryConfig.from(properties));
    private final Schemas schemas = schema -> client.register("hostile-value", schema);
    private final SoftAssertions all = new SoftAssertions();

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    @Timeout(120)
    void shouldTakeOrSetAsideEveryRecordWithItsReason() {
        List<HostileRecord> corpus = Corpus.of(schemas, HostileTopology.NOW);
        assertThat(corpus).hasSizeGreaterThan(FEWEST);
        List<HostileRecord> taken = new ArrayList<>();
        try (HostileTopology topology = topology("all");
                HostileTopology quiet = topology("quiet")) {
            for (HostileRecord record : corpus) {
                long start = System.nanoTime();
                topology.publish(record);
                all.assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as(record.toString())
                        .isLessThan(LONGEST);
                assertEnd(record, topology.newDeadLetters());
                if (record.expected() instanceof Expected.Accepted) {
                    taken.add(record);
                }
                HostileRecord good = good(taken.size());
                topology.publish(good);
                all.assertThat(topology.newDeadLetters()).as("after " + record).isEmpty();
                taken.add(good);
            }
            all.assertAll();
            assertBalanced(topology, corpus);
            taken.forEach(quiet::publish);
            assertThat(quiet.newDeadLetters()).isEmpty();
            assertThat(topology.standing()).isEqualTo(quiet.standing()).isNotEmpty();
        }
    }

    private void assertEnd(HostileRecord record, List<TestRecord<byte[], byte[]>> letters) {
        all.assertThat(letters)
                .extracting(letter -> DeadLetters.text(letter.headers(), DeadLetters.REASON))
                .as(record.toString())
                .isEqualTo(
                        record.expected() instanceof Expected.DeadLetter letter
                                ? List.of(letter.reason().name())
                                : List.of());
        for (TestRecord<byte[], byte[]> letter : letters) {
            all.assertThat(letter.key()).as(record.toString()).isEqualTo(record.key());
            all.assertThat(letter.value()).as(record.toString()).isEqualTo(record.value());
            Letters.assertPlain(letter.headers(), record.toString());
        }
    }

    /** Of what the monitor writes itself no account is kept. */
    private static void assertBalanced(HostileTopology topology, List<HostileRecord> corpus) {
        long kept = corpus.stream()
                .filter(record -> !record.topic().kind().writtenByMonitor())
                .count();
        long refused = corpus.stream()
                .filter(record -> !record.topic().kind().writtenByMonitor())
                .filter(record -> record.expected() instanceof Expected.DeadLetter)
                .count();
        assertThat(topology.count(Outcome.READ)).isEqualTo(kept + corpus.size());
        assertThat(topology.count(Outcome.DEAD_LETTERED)).isEqualTo(refused);
        assertThat(topology.count(Outcome.ACCEPTED)).isEqualTo(kept + corpus.size() - refused);
    }

    private HostileRecord good(int number) {
        Records records = new Records(schemas, HostileTopology.NOW);
        GenericData.Record record = Records.good(MonitorTopic.ALLEGATIONS, "number " + number);
        records.value("good", MonitorTopic.ALLEGATIONS, records.frame(record), null);
        return records.all().get(0);
    }

    private HostileTopology topology(String name) {
        return new HostileTopology(RULES, directory.resolve(name), ConfiguredSerdes.from(properties));
    }
}
