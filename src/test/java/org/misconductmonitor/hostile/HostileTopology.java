package org.misconductmonitor.hostile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.ReviewPolicy;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.privacy.FreeText;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.Calendars;
import org.misconductmonitor.topology.Accounting;
import org.misconductmonitor.topology.AlertAvro;
import org.misconductmonitor.topology.MisconductTopology;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.Names;
import org.misconductmonitor.topology.Tally;
import org.misconductmonitor.topology.TopicCatalog;
import org.misconductmonitor.topology.TopicSettings;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** The production topology, fed with bytes. */
final class HostileTopology implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final TopicCatalog TOPICS =
            new TopicCatalog(new TopicSettings("misconduct.", 1, TopicSettings.BROKER_DEFAULT));

    private final ConfiguredSerdes serdes;
    private final TopologyTestDriver driver;
    private final Map<MonitorTopic, TestInputTopic<byte[], byte[]>> inputs = new EnumMap<>(MonitorTopic.class);
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final TestOutputTopic<byte[], byte[]> alerts;

    HostileTopology(RuleSet rules, Path stateDir, ConfiguredSerdes serdes) {
        this.serdes = serdes;
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "hostile");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(
                MisconductTopology.build(
                        TOPICS,
                        Evaluators.of(rules),
                        Calendars.shipped(),
                        serdes,
                        1000,
                        new ReviewPolicy(5, Calendars.shipped(), 20),
                        FreeText.CLEAR),
                config,
                NOW);
        for (MonitorTopic topic : MonitorTopic.values()) {
            if (topic.kind().coPartitioned() && topic != MonitorTopic.ALERTS) {
                inputs.put(
                        topic,
                        driver.createInputTopic(
                                TOPICS.name(topic), new ByteArraySerializer(), new ByteArraySerializer()));
            }
        }
        deadLetters = output(MonitorTopic.DEAD_LETTERS);
        alerts = output(MonitorTopic.ALERTS);
    }

    private TestOutputTopic<byte[], byte[]> output(MonitorTopic topic) {
        return driver.createOutputTopic(TOPICS.name(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void publish(HostileRecord record) {
        inputs.get(record.topic())
                .pipeInput(new TestRecord<>(record.key(), record.value(), new RecordHeaders(record.headers()), NOW));
    }

    /** Since the last call. */
    List<TestRecord<byte[], byte[]>> newDeadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** The latest revision of each alert, of those that stand. */
    List<String> standing() {
        AlertAvro avro = new AlertAvro();
        Map<String, Alert> latest = new HashMap<>();
        for (byte[] value : alerts.readValuesToList()) {
            Alert alert = avro.read((IndexedRecord) serdes.deserializer().deserialize("", value));
            latest.put(alert.alertId(), alert);
        }
        return latest.values().stream()
                .filter(Alert::stands)
                .map(alert -> alert.subject().id() + " " + alert.level() + " " + alert.count())
                .sorted()
                .toList();
    }

    Map<Accounting.Line, Long> account() {
        Map<Accounting.Line, Long> lines = new HashMap<>();
        KeyValueStore<String, byte[]> store = driver.getKeyValueStore(Names.ACCOUNTING);
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> lines.put(
                    Accounting.Line.ofKey(entry.key), Tally.decode(entry.value).count()));
        }
        return lines;
    }

    /** Of all topics and publishers. */
    long count(Accounting.Outcome outcome) {
        List<Long> counts = new ArrayList<>();
        account().forEach((line, count) -> {
            if (line.outcome() == outcome) {
                counts.add(count);
            }
        });
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        driver.close();
    }
}
