package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Exit;
import org.misconductmonitor.cli.Main;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.reference.Reference;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.topology.Accounting.Outcome;
import org.misconductmonitor.topology.DeadLetters;
import org.misconductmonitor.topology.EventAvro;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.TopicSchemas;
import org.misconductmonitor.topology.serdes.RegistryConfig;
import org.misconductmonitor.topology.serdes.SchemaRegistryClient;

/** Operators whose replay is killed wherever it is, or who run it at the same time: each letter comes in exactly once. */
@ExtendWith(SharedPlatform.class)
class ReplayKilledTest {
    private static final int OFFICERS = 40;
    private static final int LETTERS = 1_200;
    private static final int SEED = 5;
    private static final int KILLS = 3;

    @TempDir
    private Path directory;

    private final Schema schema = newer();
    private int expected;

    @Test
    void shouldBringEveryLetterInOnceHoweverOftenReplaysAreKilled(EmbeddedPlatform platform) throws Exception {
        RuleSet rules = Stories.rules("every-allegation.yaml");
        List<Event> events = IntStream.range(0, LETTERS)
                .mapToObj(
                        i -> Frames.event("letter " + i, "officer " + i % OFFICERS, Map.of(Field.CASE_ID, "case " + i)))
                .toList();
        try (RunningMonitor running = RunningMonitor.start(platform, directory, rules, Map.of())) {
            Site site = running.site();
            publishBeforeTheirSchema(site, events);
            running.awaitProcessed();
            assertThat(letters(site).filter(letter -> DeadLetters.text(letter.headers(), DeadLetters.REASON) != null))
                    .hasSize(LETTERS);
            registerTheirSchema(site);

            assertThat(killedReplays(site)).as("replays that died at work").isPositive();
            twoAtOnce(site);
            assertThat(replay(site)).contains("%,d had been replayed before".formatted(LETTERS));
            running.awaitProcessed();

            assertEachIsThereTwice(site);
            assertThat(Folded.standing(site.transitions()))
                    .extracting(alert -> alert.subject().id() + " " + alert.level() + " " + alert.count())
                    .containsExactlyInAnyOrderElementsOf(Reference.standing(events, rules).stream()
                            .map(alert -> alert.subjectId() + " " + alert.level() + " " + alert.count())
                            .toList());
            Books.assertBalanced(running);
            assertThat(running.monitor().accounts().totals())
                    .containsEntry(Outcome.ACCEPTED, (long) LETTERS)
                    .containsEntry(Outcome.DEAD_LETTERED, (long) LETTERS)
                    .containsEntry(Outcome.DUPLICATE, 0L);
        }
    }

    private int killedReplays(Site site) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            try (ReplayProcess replay = new ReplayProcess(site, directory.resolve("killed.log"))) {
                killed += replay.killAfter(1 + random.nextInt(LETTERS / 2)) ? 1 : 0;
            }
        }
        return killed;
    }

    /** Either may shut out the other, which then says so; a third finds nothing left, or all that is. */
    private void twoAtOnce(Site site) throws IOException, InterruptedException {
        try (ReplayProcess one = new ReplayProcess(site, directory.resolve("one.log"));
                ReplayProcess two = new ReplayProcess(site, directory.resolve("two.log"))) {
            assertThat(List.of(one.await(), two.await())).contains(Exit.OK).isSubsetOf(Exit.OK, Exit.FAILED);
        }
    }

    private static void assertEachIsThereTwice(Site site) {
        Map<String, Long> times = RawRecords.of(site, site.topic(MonitorTopic.ALLEGATIONS)).all().stream()
                .collect(Collectors.groupingBy(
                        record -> DeadLetters.text(record.headers(), Sender.MARK), Collectors.counting()));
        assertThat(times).hasSize(LETTERS);
        assertThat(times.values())
                .as("as it was published, and as it was replayed")
                .containsOnly(2L);
        assertThat(letters(site).map(letter -> DeadLetters.text(letter.headers(), DeadLetters.REASON)))
                .as("letters, and notes")
                .hasSize(2 * LETTERS);
    }

    private static Stream<ConsumerRecord<byte[], byte[]>> letters(Site site) {
        return RawRecords.of(site, site.topic(MonitorTopic.DEAD_LETTERS)).all().stream();
    }

    private void publishBeforeTheirSchema(Site site, List<Event> events) {
        int next = registry(site)
                        .register(
                                "killed-newest",
                                Schema.createRecord("Newest" + System.nanoTime(), null, "n", false, List.of()))
                + 1;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                ClientProperties.producer(site.config()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Event event : events) {
                ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                        site.topic(MonitorTopic.ALLEGATIONS),
                        event.officerId().getBytes(UTF_8),
                        Frames.frame(next, newer(event)));
                record.headers().add(Sender.MARK, event.eventId().getBytes(UTF_8));
                producer.send(record);
            }
        }
        expected = next;
    }

    private void registerTheirSchema(Site site) {
        assertThat(registry(site).register(site.topic(MonitorTopic.ALLEGATIONS) + "-killed", schema))
                .as("the id that the registry gives next")
                .isEqualTo(expected);
    }

    private IndexedRecord newer(Event event) {
        IndexedRecord known = new EventAvro().write(event);
        GenericData.Record record = new GenericData.Record(schema);
        known.getSchema().getFields().forEach(field -> record.put(field.name(), known.get(field.pos())));
        record.put("killed", "");
        return record;
    }

    private static Schema newer() {
        String text = TopicSchemas.of(MonitorTopic.ALLEGATIONS).toString();
        String more = ",{\"name\":\"killed\",\"type\":\"string\",\"default\":\"" + System.nanoTime() + "\"}]}";
        return new Schema.Parser().parse(text.substring(0, text.length() - 2) + more);
    }

    private static SchemaRegistryClient registry(Site site) {
        return new SchemaRegistryClient(
                RegistryConfig.from(site.config().passThrough().serdes()));
    }

    private static String replay(Site site) {
        List<String> arguments = new ArrayList<>(List.of("dead-letters", "replay", "--all"));
        arguments.addAll(site.arguments());
        StringWriter said = new StringWriter();
        Main.run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
        return said.toString();
    }
}
