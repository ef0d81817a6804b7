package org.misconductmonitor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.endtoend.Site;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.engine.Handover;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.Hop;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** Whatever is left of a person is found wherever it lies, and told to be readable if anybody can read it. */
@ExtendWith(SharedPlatform.class)
class TracesTest {
    private static final Event FACT =
            EventJson.read("{\"eventType\":\"RECORDED\",\"eventId\":\"e1\",\"officerId\":\"p1-abc\","
                    + "\"caseId\":\"c1\",\"allegationId\":\"a1\",\"group\":\"SEXUAL\",\"narrative\":\"he hit me\","
                    + "\"recordedAt\":\"2020-01-01T00:00:00Z\"}");
    private static final Event OTHER = EventJson.read("{\"eventType\":\"SUPERVISOR_CHANGED\",\"eventId\":\"e2\","
            + "\"officerId\":\"p1-xyz\",\"supervisorId\":\"p1-abc\",\"reason\":\"not his words\","
            + "\"at\":\"2020-01-01T00:00:00Z\"}");

    private MonitorConfig config;
    private ConfiguredSerdes serdes;
    private Traces traces;

    @BeforeEach
    void createTopics(EmbeddedPlatform platform, @TempDir Path directory) {
        config = Site.create(platform, directory, Map.of("topics.partitions", "1"))
                .config();
        serdes = ConfiguredSerdes.from(config.passThrough().serdes());
        traces = new Traces(
                ClientProperties.consumer(config), config.topics().catalog(), serdes.deserializer(), Set.of("p1-abc"));
    }

    @Test
    void shouldFindWhatIsReadableInTopicsOfEvents() {
        EventAvro avro = new EventAvro();
        send(MonitorTopic.ALLEGATIONS, "p1-abc", avro.write(FACT));
        send(MonitorTopic.ALLEGATIONS, "p1-wrong", avro.write(FACT));
        send(MonitorTopic.ALLEGATIONS, null, "garbage about p1-abc".getBytes(UTF_8));
        send(MonitorTopic.ALLEGATIONS, null, "garbage about others".getBytes(UTF_8));
        send(MonitorTopic.WORKFORCE, "p1-xyz", avro.write(OTHER));

        assertThat(traces.events(Feed.ALLEGATIONS)).isEqualTo(new Traces.Found(3, 3));
        assertThat(traces.events(Feed.WORKFORCE)).isEqualTo(new Traces.Found(0, 0));
    }

    @Test
    void shouldFindWhatIsReadableInDeadLettersWhateverTheirKey() {
        send(MonitorTopic.DEAD_LETTERS, "p1-abc", (byte[]) null);
        send(MonitorTopic.DEAD_LETTERS, null, "he hit me, said of p1-abc".getBytes(UTF_8));
        send(MonitorTopic.DEAD_LETTERS, "p1-xyz", "somebody else".getBytes(UTF_8));

        assertThat(traces.deadLetters()).isEqualTo(new Traces.Found(2, 1));
    }

    @Test
    void shouldFindWhatIsReadableInFactsThatTheMonitorHandsOn() {
        Hop hop = new Hop("p1-abc", Instant.parse("2021-01-01T00:00:00Z"), "cause", false, null, null);
        send(
                MonitorTopic.HANDOVERS,
                "p1-xyz",
                new HandoverAvro().write(new Handover("p1-xyz", new StoredFact(FACT, hop), true)));
        ContributionAvro avro = new ContributionAvro();
        Subject subject = Subject.ofOfficer("p1-abc");
        send(
                MonitorTopic.CONTRIBUTIONS,
                "default",
                avro.write(
                        new Contribution("default", subject, "e1", FACT, null, null),
                        Instant.parse("2021-01-01T00:00:00Z")));
        send(
                MonitorTopic.CONTRIBUTIONS,
                "default",
                avro.write(
                        new Contribution("default", subject, "e1", null, null, null),
                        Instant.parse("2021-01-01T00:00:00Z")));

        assertThat(traces.handovers()).isEqualTo(new Traces.Found(1, 1));
        assertThat(traces.contributions()).isEqualTo(new Traces.Found(2, 1));
    }

    private void send(MonitorTopic topic, String key, IndexedRecord record) {
        send(topic, key, serdes.serializer().serialize(config.topics().catalog().name(topic), record));
    }

    private void send(MonitorTopic topic, String key, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                ClientProperties.producer(config), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    config.topics().catalog().name(topic), key == null ? null : key.getBytes(UTF_8), value));
        }
    }
}
