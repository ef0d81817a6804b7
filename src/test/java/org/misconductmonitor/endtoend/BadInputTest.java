package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Rejection.Reason;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.Accounting.Line;
import org.misconductmonitor.topology.Accounting.Outcome;
import org.misconductmonitor.topology.DeadLetters;
import org.misconductmonitor.topology.MonitorTopic;

/** What nobody should publish: each record becomes a dead letter, whole and with its reason, and the stream goes on. */
@ExtendWith(SharedPlatform.class)
class BadInputTest {
    private static final byte[] OFFICER = "officer".getBytes(UTF_8);
    private static final Set<String> GOOD = Set.of("first", "last");

    @TempDir
    private Path directory;

    private record Bad(byte[] key, byte[] value) {}

    private final Map<Reason, Bad> bad = new LinkedHashMap<>();

    @Test
    void shouldSetAsideWhatIsBadAndGoOn(EmbeddedPlatform platform) {
        try (RunningMonitor running =
                RunningMonitor.start(platform, directory, Stories.rules("every-allegation.yaml"), Map.of())) {
            Site site = running.site();
            Frames frames = new Frames(site);
            Sender sender = new Sender(site);
            sender.set(MonitorTopic.ALLEGATIONS, "max.message.bytes", "3000000");
            broken(frames.of(Frames.event("good", "officer", Map.of())));
            impossible(frames);
            sender.send("first", OFFICER, frames.of(Frames.event("first", "officer", Map.of())));
            bad.forEach((reason, record) -> sender.send(reason.name(), record.key, record.value));
            sender.send("last", OFFICER, frames.of(Frames.event("last", "officer", Map.of())));
            running.awaitProcessed();

            assertDeadLetters(site);
            assertThat(Folded.standing(site.transitions()))
                    .extracting(alert -> alert.subject().id() + " " + alert.level() + " " + alert.count())
                    .containsExactly("officer AMBER 1", "officer RED 2");
            Books.assertBalanced(running);
            Map<Line, Long> lines = running.monitor().accounts().lines();
            bad.keySet().forEach(reason -> assertThat(lines.entrySet())
                    .filteredOn(line -> line.getKey().outcome() == Outcome.DEAD_LETTERED
                            && line.getKey().reason().equals(reason.name()))
                    .as("%s in %s", reason, lines)
                    .singleElement()
                    .matches(line -> line.getValue() == 1));
        }
    }

    private void broken(byte[] good) {
        int length = good.length;
        bad.put(Reason.NOT_AVRO_FRAME, new Bad(OFFICER, "complaint,2013\u0000".getBytes(UTF_8)));
        bad.put(Reason.TRUNCATED, new Bad(OFFICER, Arrays.copyOf(good, length - 3)));
        bad.put(Reason.TRAILING_BYTES, new Bad(OFFICER, Arrays.copyOf(good, length + 2)));
        byte[] unknown = ByteBuffer.wrap(good.clone()).putInt(1, 999_999).array();
        bad.put(Reason.UNKNOWN_SCHEMA, new Bad(OFFICER, unknown));
        bad.put(Reason.NULL_KEY, new Bad(null, good));
        bad.put(Reason.KEY_MISMATCH, new Bad("another".getBytes(UTF_8), good));
        bad.put(Reason.NULL_VALUE, new Bad(OFFICER, null));
    }

    private void impossible(Frames frames) {
        Instant soon = Instant.now().plus(Duration.ofDays(2));
        Instant longAgo = Instant.parse("1850-01-01T00:00:00Z");
        add(Reason.FUTURE_DATE, frames, Map.of(Field.RECORDED_AT, soon));
        add(Reason.ANCIENT_DATE, frames, Map.of(Field.OCCURRED_AT, longAgo));
        add(Reason.ENDS_BEFORE_START, frames, Map.of(Field.STARTS_AT, soon, Field.ENDS_AT, Instant.EPOCH));
        add(Reason.INVALID_ID, frames, Map.of(Field.ALLEGATION_ID, "a\u0000b\n"));
        add(Reason.INVALID_REVISION, frames, Map.of(Field.REVISION, 0));
        Map<Field, Object> noCase = new HashMap<>();
        noCase.put(Field.CASE_ID, null);
        add(Reason.MISSING_FIELD, frames, noCase);
        add(Reason.TOO_LARGE, frames, Map.of(Field.NARRATIVE, "x".repeat(2_000_000)));
        Map<Field, Object> vetting = new HashMap<>();
        vetting.put(Field.EVENT_TYPE, "VETTING_GRANTED");
        vetting.put(Field.AT, Instant.EPOCH);
        List.of(Field.RECORDED_AT, Field.ALLEGATION_ID, Field.CASE_ID, Field.CATEGORY)
                .forEach(field -> vetting.put(field, null));
        add(Reason.WRONG_RECORD, frames, vetting);
    }

    private void add(Reason reason, Frames frames, Map<Field, ?> change) {
        bad.put(reason, new Bad(OFFICER, frames.of(Frames.event(reason.name(), "officer", change))));
    }

    private void assertDeadLetters(Site site) {
        Map<String, ConsumerRecord<byte[], byte[]>> letters = new HashMap<>();
        RawRecords.of(site, site.topic(MonitorTopic.DEAD_LETTERS)).all().forEach(letter -> assertThat(
                        letters.put(DeadLetters.text(letter.headers(), Sender.MARK), letter))
                .as("two letters for one record")
                .isNull());
        RawRecords.of(site, site.topic(MonitorTopic.ALLEGATIONS)).all().forEach(record -> {
            String mark = DeadLetters.text(record.headers(), Sender.MARK);
            if (!GOOD.contains(mark)) {
                assertLetter(letters.remove(mark), record, mark);
            }
        });
        assertThat(letters).isEmpty();
    }

    private static void assertLetter(
            ConsumerRecord<byte[], byte[]> letter, ConsumerRecord<byte[], byte[]> record, String reason) {
        assertThat(letter).as(reason).isNotNull();
        assertThat(DeadLetters.text(letter.headers(), DeadLetters.REASON)).isEqualTo(reason);
        assertThat(letter.key()).as(reason).isEqualTo(record.key());
        assertThat(letter.value()).as(reason).isEqualTo(record.value());
        assertThat(DeadLetters.text(letter.headers(), DeadLetters.TOPIC)).isEqualTo(record.topic());
        assertThat(DeadLetters.text(letter.headers(), DeadLetters.PARTITION))
                .isEqualTo(Integer.toString(record.partition()));
        assertThat(DeadLetters.text(letter.headers(), DeadLetters.OFFSET)).isEqualTo(Long.toString(record.offset()));
    }
}
