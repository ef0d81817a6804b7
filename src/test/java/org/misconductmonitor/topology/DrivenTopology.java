package org.misconductmonitor.topology;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;
import org.misconductmonitor.alert.ReviewPolicy;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.privacy.FreeText;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.rule.WorkingCalendar;
import org.misconductmonitor.rule.file.Calendars;

/** The production topology under Kafka's test driver, on a state directory that may outlive it. */
final class DrivenTopology implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    static final ReviewPolicy POLICY = new ReviewPolicy(5, Calendars.shipped(), 20);

    private final TopicCatalog topics;
    private final EventAvro eventAvro = new EventAvro();
    private final AlertAvro alertAvro = new AlertAvro();
    private final InMemorySerdes serdes;
    private final TopologyTestDriver driver;
    private Instant now;
    private final Map<Feed, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final TestInputTopic<String, byte[]> rulesTopic;
    private final TestInputTopic<String, byte[]> reviewsTopic;
    private final TestOutputTopic<String, byte[]> outcomes;
    private final TestOutputTopic<String, byte[]> alerts;
    private final TestOutputTopic<String, byte[]> standing;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    DrivenTopology(RuleSet rules, Path stateDir, InMemorySerdes serdes, int cachedFacts) {
        this(rules, Calendars.shipped(), stateDir, serdes, cachedFacts, 1, START);
    }

    /**
     * @param partitions that the topology believes in; the driver has only one, the first
     * @param start what the wall clock says at first
     */
    DrivenTopology(
            RuleSet rules, Path stateDir, InMemorySerdes serdes, int cachedFacts, int partitions, Instant start) {
        this(rules, Calendars.shipped(), stateDir, serdes, cachedFacts, partitions, start);
    }

    /** @param calendar the working days that published rules count */
    DrivenTopology(
            RuleSet rules,
            WorkingCalendar calendar,
            Path stateDir,
            InMemorySerdes serdes,
            int cachedFacts,
            int partitions,
            Instant start) {
        this(rules, calendar, stateDir, serdes, cachedFacts, partitions, start, FreeText.CLEAR);
    }

    /** @param freeText what it keeps of text in people's own words */
    DrivenTopology(
            RuleSet rules,
            WorkingCalendar calendar,
            Path stateDir,
            InMemorySerdes serdes,
            int cachedFacts,
            int partitions,
            Instant start,
            FreeText freeText) {
        this.now = start;
        this.topics = new TopicCatalog(new TopicSettings("misconduct.", partitions, TopicSettings.BROKER_DEFAULT));
        this.serdes = serdes;
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "driven");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        driver = new TopologyTestDriver(
                MisconductTopology.build(
                        topics, Evaluators.of(rules), calendar, serdes.pair(), cachedFacts, POLICY, freeText),
                config,
                start);
        for (Feed feed : Feed.values()) {
            inputs.put(
                    feed,
                    driver.createInputTopic(
                            topics.name(EventAvro.topic(feed)), new StringSerializer(), new ByteArraySerializer()));
        }
        rulesTopic = driver.createInputTopic(
                topics.name(MonitorTopic.RULES), new StringSerializer(), new ByteArraySerializer());
        reviewsTopic = driver.createInputTopic(
                topics.name(MonitorTopic.REVIEWS), new StringSerializer(), new ByteArraySerializer());
        outcomes = driver.createOutputTopic(
                topics.name(MonitorTopic.REVIEW_OUTCOMES), new StringDeserializer(), new ByteArrayDeserializer());
        alerts = driver.createOutputTopic(
                topics.name(MonitorTopic.ALERTS), new StringDeserializer(), new ByteArrayDeserializer());
        standing = driver.createOutputTopic(
                topics.name(MonitorTopic.STANDING_ALERTS), new StringDeserializer(), new ByteArrayDeserializer());
        deadLetters = driver.createOutputTopic(
                topics.name(MonitorTopic.DEAD_LETTERS), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The event without what its feed cannot carry; empty if no feed publishes it. */
    static Optional<Event> publishable(Event event) {
        if (event.type().feed() == null) {
            return Optional.empty();
        }
        Schema schema = TopicSchemas.of(EventAvro.topic(event.type().feed()));
        Map<Field, Object> fields = event.fields();
        fields.keySet().removeIf(field -> schema.getField(field.jsonName()) == null);
        return Optional.of(EventBuilder.of(fields));
    }

    void publish(Event event) {
        publish(event, now);
    }

    void publish(Event event, Instant ingestedAt) {
        publish(event.type().feed(), EventCheck.expectedKey(event), encode(event), ingestedAt);
    }

    void publish(Feed feed, String key, byte[] value, Instant ingestedAt) {
        inputs.get(feed).pipeInput(new TestRecord<>(key, value, ingestedAt));
    }

    void publish(RuleVersion rule) {
        rulesTopic.pipeInput(new TestRecord<>(rule.ruleId(), serdes.encode(new RuleVersionAvro().write(rule)), now));
    }

    void publish(ReviewAction action) {
        publish(action, now);
    }

    void publishReview(String key, ReviewAction action) {
        publishReview(key, serdes.encode(new ReviewActionAvro().write(action)));
    }

    void publishReview(String key, byte[] value) {
        reviewsTopic.pipeInput(new TestRecord<>(key, value, now));
    }

    void publish(ReviewAction action, Instant ingestedAt) {
        reviewsTopic.pipeInput(
                new TestRecord<>(action.home().id(), serdes.encode(new ReviewActionAvro().write(action)), ingestedAt));
    }

    /** What became of actions since the last call. */
    List<ReviewOutcome> newOutcomes() {
        List<ReviewOutcome> found = new ArrayList<>();
        outcomes.readValuesToList()
                .forEach(value -> found.add(new ReviewOutcomeAvro().read((IndexedRecord) serdes.decode(value))));
        return found;
    }

    byte[] encode(Event event) {
        return serdes.encode(eventAvro.write(event));
    }

    /**
     * Revisions published since the last call.
     *
     * @throws AssertionError if one has another key than its reviews must have
     */
    List<Alert> newAlerts() {
        List<Alert> found = new ArrayList<>();
        for (TestRecord<String, byte[]> record : alerts.readRecordsToList()) {
            Alert alert = alertAvro.read((IndexedRecord) serdes.decode(record.value()));
            if (!record.key().equals(alert.home().id())) {
                throw new AssertionError("an alert of " + alert.home() + " has the key " + record.key());
            }
            found.add(alert);
        }
        return found;
    }

    /** Keys of the table of alerts that have a row after all that was written so far. */
    Set<String> standingRows() {
        Set<String> rows = new TreeSet<>();
        standing.readRecordsToList().forEach(record -> {
            if (record.value() == null) {
                rows.remove(record.key());
            } else {
                rows.add(record.key());
            }
        });
        return rows;
    }

    /** Everything in all stores, as text, one an entry. */
    List<String> stored() {
        List<String> entries = new ArrayList<>();
        driver.getAllStateStores().keySet().forEach(name -> {
            if (name.equals(Names.OFFICER_EVENTS)) {
                try (KeyValueIterator<Windowed<Object>, Object> all =
                        driver.getWindowStore(name).all()) {
                    all.forEachRemaining(entry -> entries.add(entry(name, entry.key.key(), entry.value)));
                }
            } else {
                try (KeyValueIterator<Object, Object> all =
                        driver.getKeyValueStore(name).all()) {
                    all.forEachRemaining(entry -> entries.add(entry(name, entry.key, entry.value)));
                }
            }
        });
        return entries;
    }

    private static String entry(String store, Object key, Object value) {
        String text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value.toString();
        return store + " " + key + " " + text;
    }

    List<TestRecord<byte[], byte[]>> newDeadLetters() {
        return deadLetters.readRecordsToList();
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

    /** Lets time pass, and everything that falls due by then be told. */
    void advance(Duration time) {
        // It would believe of one long step that it stood still itself.
        if (time.compareTo(TaskClock.QUIET) > 0) {
            driver.advanceWallClockTime(time.minus(TaskClock.QUIET));
            driver.advanceWallClockTime(TaskClock.QUIET);
        } else {
            driver.advanceWallClockTime(time);
        }
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    @Override
    public void close() {
        driver.close();
    }
}
