package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.cli.Main;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Rejection.Reason;
import org.misconductmonitor.hostile.Corpus;
import org.misconductmonitor.hostile.Expected;
import org.misconductmonitor.hostile.HostileRecord;
import org.misconductmonitor.hostile.Schemas;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.Accounting.Outcome;
import org.misconductmonitor.topology.DeadLetters;
import org.misconductmonitor.topology.EventAvro;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.TopicSchemas;
import org.misconductmonitor.topology.serdes.RegistryConfig;
import org.misconductmonitor.topology.serdes.RegistryRefusedException;
import org.misconductmonitor.topology.serdes.SchemaRegistryClient;

/**
 * The whole corpus on a real broker, in every compression and amid good events: nothing stops, nothing is lost; and what
 * is mended comes in once, however often it is replayed.
 */
@ExtendWith(SharedPlatform.class)
class HostileCorpusTest {
    private static final List<String> COMPRESSIONS = List.of("none", "gzip", "snappy", "lz4", "zstd");
    private static final int MENDED = 5;
    private static final int LARGE = 500_000;
    private static final int FEWEST = 400;

    /** In the place of the id of a schema that this registry does not take; others do. */
    private static final int REFUSED = -77;

    @TempDir
    private Path directory;

    @Test
    void shouldSetAsideWhatIsHostileAndTakeInOnceWhatIsMended(EmbeddedPlatform platform) {
        try (RunningMonitor running =
                RunningMonitor.start(platform, directory, Stories.rules("every-allegation.yaml"), Map.of())) {
            Site site = running.site();
            Frames frames = new Frames(site);
            List<HostileRecord> corpus = Corpus.of(schemas(site), Instant.now()).stream()
                    .filter(record -> !isRefused(record))
                    .toList();
            assertThat(corpus).hasSizeGreaterThan(FEWEST);
            for (int i = 0; i < COMPRESSIONS.size(); i++) {
                int part = i;
                send(
                        site,
                        COMPRESSIONS.get(i),
                        IntStream.range(0, corpus.size())
                                .filter(index -> index % COMPRESSIONS.size() == part)
                                .mapToObj(corpus::get)
                                .toList());
                site.publish(List.of(Frames.event("good " + i, "innocent", Map.of())));
            }
            abort(site, corpus);
            running.awaitProcessed();
            assertEnds(site, corpus);
            Books.assertBalanced(running);
            assertThat(Folded.standing(site.transitions()))
                    .extracting(alert -> alert.subject().id() + " " + alert.level() + " " + alert.count())
                    .contains("innocent AMBER 1", "innocent RED 2", "innocent IMMEDIATE 4");
            assertMendedComeInOnce(running, frames);
        }
    }

    /** Records whose schema is missing; it is registered, and they are replayed three times, once into a restart. */
    private void assertMendedComeInOnce(RunningMonitor running, Frames frames) {
        Site site = running.site();
        int next = newest(site) + 1;
        List<HostileRecord> early = new ArrayList<>();
        Schema schema = mended();
        for (int i = 0; i < MENDED; i++) {
            GenericData.Record record = new GenericData.Record(schema);
            GenericData.Record good = (GenericData.Record)
                    new EventAvro().write(Frames.event("early " + i, "mended", Map.of(Field.CASE_ID, "case " + i)));
            good.getSchema().getFields().forEach(field -> record.put(field.name(), good.get(field.pos())));
            record.put("mended", "yes");
            early.add(new HostileRecord(
                    "early " + i,
                    MonitorTopic.ALLEGATIONS,
                    "mended".getBytes(UTF_8),
                    Frames.frame(next, record),
                    List.of(),
                    new Expected.DeadLetter(Reason.UNKNOWN_SCHEMA)));
        }
        send(site, "none", early);
        running.awaitProcessed();
        assertThat(reasons(site)).containsEntry("early 0", Reason.UNKNOWN_SCHEMA.name());
        int id = new SchemaRegistryClient(
                        RegistryConfig.from(site.config().passThrough().serdes()))
                .register(site.topic(MonitorTopic.ALLEGATIONS) + "-mended", schema);
        assertThat(id).as("the id that the registry gives next").isEqualTo(next);

        running.stop();
        assertThat(replay(site)).contains(MENDED + " replayed");
        assertThat(replay(site)).contains("0 replayed");
        running.restartWithoutState();
        running.awaitProcessed();
        assertThat(replay(site)).contains("0 replayed");
        running.awaitProcessed();

        assertThat(Folded.standing(site.transitions()))
                .filteredOn(alert -> alert.subject().id().equals("mended"))
                .extracting(Alert::count)
                .containsExactly(1, 2, 4);
        assertThat(RawRecords.of(site, site.topic(MonitorTopic.ALLEGATIONS)).all())
                .filteredOn(record -> "early 0".equals(DeadLetters.text(record.headers(), Sender.MARK)))
                .as("the record, and its replay")
                .hasSize(2);
        assertThat(running.monitor().accounts().lines().entrySet().stream()
                        .filter(line -> line.getKey().outcome() == Outcome.DUPLICATE)
                        .toList())
                .as("nothing came in twice")
                .isEmpty();
        Books.assertBalanced(running);
    }

    private static boolean isRefused(HostileRecord record) {
        return record.value() != null
                && record.value().length >= 5
                && ByteBuffer.wrap(record.value()).getInt(1) == REFUSED;
    }

    private static int newest(Site site) {
        return new SchemaRegistryClient(
                        RegistryConfig.from(site.config().passThrough().serdes()))
                .register(
                        "hostile-newest",
                        Schema.createRecord("Newest" + System.nanoTime(), null, "n", false, List.of()));
    }

    private static Schema mended() {
        String schema = TopicSchemas.of(MonitorTopic.ALLEGATIONS).toString();
        String more = ",{\"name\":\"mended\",\"type\":\"string\",\"default\":\"" + System.nanoTime() + "\"}]}";
        return new Schema.Parser().parse(schema.substring(0, schema.length() - 2) + more);
    }

    private static Schemas schemas(Site site) {
        SchemaRegistryClient client = new SchemaRegistryClient(
                RegistryConfig.from(site.config().passThrough().serdes()));
        return schema -> {
            try {
                return client.register("hostile-" + schema.hashCode(), schema);
            } catch (RegistryRefusedException e) {
                return REFUSED;
            }
        };
    }

    /** What the broker may refuse does not share a batch: all of it would be refused. */
    private static void send(Site site, String compression, List<HostileRecord> records) {
        Map<String, Object> properties = properties(site);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (HostileRecord record : records) {
                boolean maybeRefused = record.key() == null || record.value() != null && record.value().length > LARGE;
                if (maybeRefused) {
                    producer.flush();
                }
                producer.send(published(site, record));
                if (maybeRefused) {
                    producer.flush();
                }
            }
            producer.flush();
        }
    }

    /** What was never committed is not there. */
    private static void abort(Site site, List<HostileRecord> records) {
        Map<String, Object> properties = properties(site);
        properties.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "hostile-" + site.config().applicationId());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            records.subList(0, 50).forEach(record -> producer.send(published(site, record)));
            producer.flush();
            producer.abortTransaction();
        }
    }

    private static Map<String, Object> properties(Site site) {
        Map<String, Object> properties = new HashMap<>(ClientProperties.producer(site.config()));
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 << 20);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        return properties;
    }

    private static ProducerRecord<byte[], byte[]> published(Site site, HostileRecord record) {
        ProducerRecord<byte[], byte[]> published =
                new ProducerRecord<>(site.topic(record.topic()), partition(record), record.key(), record.value());
        record.headers().forEach(published.headers()::add);
        published.headers().add(new RecordHeader(Sender.MARK, mark(record).getBytes(UTF_8)));
        return published;
    }

    /** Rules are published to every partition; one is enough here. */
    private static Integer partition(HostileRecord record) {
        return record.topic() == MonitorTopic.RULES ? 0 : null;
    }

    private static String mark(HostileRecord record) {
        return record.name().startsWith("early") ? record.name() : record.toString();
    }

    private static void assertEnds(Site site, List<HostileRecord> corpus) {
        Set<String> there = corpus.stream()
                .map(HostileRecord::topic)
                .distinct()
                .flatMap(topic -> RawRecords.of(site, site.topic(topic)).all().stream())
                .map(record -> String.valueOf(DeadLetters.text(record.headers(), Sender.MARK)))
                .collect(Collectors.toSet());
        Map<String, String> reasons = reasons(site);
        SoftAssertions all = new SoftAssertions();
        for (HostileRecord record : corpus) {
            // What the broker itself refuses as too large has its end there.
            if (there.contains(mark(record))) {
                all.assertThat(reasons.getOrDefault(mark(record), "ACCEPTED"))
                        .as(mark(record))
                        .isEqualTo(record.expected().word());
            }
        }
        all.assertThat(there).hasSizeGreaterThan(corpus.size() - 10);
        all.assertAll();
    }

    /** By mark; a record that died twice is an error. */
    private static Map<String, String> reasons(Site site) {
        Map<String, String> reasons = new TreeMap<>();
        RawRecords.of(site, site.topic(MonitorTopic.DEAD_LETTERS)).all().stream()
                .filter(letter -> DeadLetters.text(letter.headers(), DeadLetters.REASON) != null)
                .forEach(letter -> assertThat(reasons.put(
                                String.valueOf(DeadLetters.text(letter.headers(), Sender.MARK)),
                                DeadLetters.text(letter.headers(), DeadLetters.REASON)))
                        .as("two letters for one record")
                        .isNull());
        return reasons;
    }

    private static String replay(Site site) {
        List<String> arguments = new ArrayList<>(List.of("dead-letters", "replay"));
        RawRecords.of(site, site.topic(MonitorTopic.DEAD_LETTERS)).all().stream()
                .filter(letter -> String.valueOf(DeadLetters.text(letter.headers(), Sender.MARK))
                        .startsWith("early"))
                .forEach(letter -> arguments.addAll(List.of("--offset", letter.partition() + "@" + letter.offset())));
        arguments.addAll(site.arguments());
        StringWriter said = new StringWriter();
        Main.run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
        return said.toString();
    }
}
