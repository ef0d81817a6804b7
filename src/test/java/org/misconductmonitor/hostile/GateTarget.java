package org.misconductmonitor.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.DefaultPack;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.topology.Accounting.Outcome;
import org.misconductmonitor.topology.DeadLetters;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import org.misconductmonitor.topology.serdes.FakeRegistry;
import org.misconductmonitor.topology.serdes.MonitorAvroSerializer;
import org.misconductmonitor.topology.serdes.RegistryConfig;

/**
 * A key and a value of one of the corpus's schemas in one of the topics, with all shipped rules: the topology takes it
 * or sets it aside once, for a reason that is not its own failure. First byte: which topic; second: which schema; third:
 * how many bytes of key follow, 255 for none.
 */
public final class GateTarget implements Target, AutoCloseable {
    private static final int RENEWED = 5_000;
    private static final int AUDITED = 200;
    private static final int NO_KEY = 255;
    private static final List<MonitorTopic> TOPICS = List.of(
            MonitorTopic.ALLEGATIONS,
            MonitorTopic.VETTING,
            MonitorTopic.WORKFORCE,
            MonitorTopic.REPORTS,
            MonitorTopic.REVIEWS,
            MonitorTopic.RULES,
            MonitorTopic.HANDOVERS,
            MonitorTopic.CONTRIBUTIONS);

    private final RuleSet rules = RuleFiles.read(DefaultPack.texts()).rules();
    private final List<Integer> ids = new ArrayList<>();
    private final List<byte[]> seeds = new ArrayList<>();
    private final FakeRegistry registry = new FakeRegistry();
    private final Map<String, String> properties = Map.of(
            RegistryConfig.URL, registry.url(),
            RegistryConfig.RETRY_BACKOFF, "0",
            MonitorAvroSerializer.AUTO_REGISTER, "true");
    private HostileTopology topology;
    private Path directory;
    private int fed;

    public GateTarget() {
        List<HostileRecord> corpus = Corpus.of(
                schema -> {
                    int id = registry.register(schema);
                    if (!ids.contains(id)) {
                        ids.add(id);
                    }
                    return id;
                },
                HostileTopology.NOW);
        corpus.forEach(record -> seed(record).ifPresent(seeds::add));
    }

    private Optional<byte[]> seed(HostileRecord record) {
        byte[] key = record.key();
        byte[] value = record.value();
        if (value == null || value.length < 5 || value.length > 2_000 || key != null && key.length >= NO_KEY) {
            return Optional.empty();
        }
        int length = key == null ? 0 : key.length;
        ByteBuffer seed = ByteBuffer.allocate(3 + length + value.length - 5)
                .put((byte) TOPICS.indexOf(record.topic()))
                .put((byte) ids.indexOf(ByteBuffer.wrap(value).getInt(1)))
                .put((byte) (key == null ? NO_KEY : length));
        if (key != null) {
            seed.put(key);
        }
        return Optional.of(seed.put(value, 5, value.length - 5).array());
    }

    @Override
    public String verdict(byte[] input) {
        if (input.length < 3) {
            return "nothing";
        }
        int keyBytes = input[2] & 0xFF;
        int keyEnd = keyBytes == NO_KEY ? 3 : Math.min(input.length, 3 + keyBytes);
        byte[] key = keyBytes == NO_KEY ? null : Arrays.copyOfRange(input, 3, keyEnd);
        byte[] payload = Arrays.copyOfRange(input, keyEnd, input.length);
        MonitorTopic topic = TOPICS.get((input[0] & 0xFF) % TOPICS.size());
        byte[] value = Records.frame(ids.get((input[1] & 0xFF) % ids.size()), payload);
        if (fed++ % RENEWED == 0) {
            renew();
        }
        topology.publish(new HostileRecord("fuzz", topic, key, value, List.of(), null));
        List<TestRecord<byte[], byte[]>> letters = topology.newDeadLetters();
        if (letters.size() > 1) {
            throw new AssertionError(letters.size() + " dead letters of one record");
        }
        if (fed % AUDITED == 0) {
            audit();
        }
        return letters.isEmpty() ? "taken" : check(letters.get(0), key, value);
    }

    private static String check(TestRecord<byte[], byte[]> letter, byte[] key, byte[] value) {
        Letters.assertPlain(letter.headers(), "fuzz");
        if (!Arrays.equals(letter.key(), key) || !Arrays.equals(letter.value(), value)) {
            throw new AssertionError("a dead letter of other bytes than came");
        }
        String reason = DeadLetters.text(letter.headers(), DeadLetters.REASON);
        if ("PROCESSING_FAILED".equals(reason)) {
            throw new AssertionError("the monitor failed on it");
        }
        return reason;
    }

    /** What was read of each topic has become something. */
    private void audit() {
        Map<String, Long> left = new HashMap<>();
        topology.account().forEach((line, count) -> {
            if (line.outcome() != Outcome.WITH_UNKNOWN_WORDS) {
                left.merge(line.topic(), line.outcome() == Outcome.READ ? count : -count, Long::sum);
            }
        });
        left.values().removeIf(count -> count == 0);
        if (!left.isEmpty()) {
            throw new AssertionError("records of which nothing has become: " + left);
        }
    }

    @Override
    public void forget() {
        renew();
    }

    private void renew() {
        clear();
        try {
            directory = Files.createTempDirectory("gate");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        topology = new HostileTopology(rules, directory, ConfiguredSerdes.from(properties));
    }

    @Override
    public List<byte[]> seeds() {
        return List.copyOf(seeds);
    }

    @Override
    public void close() {
        clear();
        registry.close();
    }

    private void clear() {
        if (topology == null) {
            return;
        }
        topology.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
