package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.privacy.FreeText;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.WorkingCalendar;

/** What passes, what does not, with which reason; and that every record is accounted for. */
class GateTest {
    private static final Instant NOW = DrivenTopology.START;

    @TempDir
    private Path stateDir;

    private DrivenTopology topology;

    @BeforeEach
    void start() {
        topology = new DrivenTopology(RuleSet.NONE, stateDir, new InMemorySerdes(), 1000);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void shouldAcceptOnceAndCountDuplicatesAndOldRevisions() {
        topology.publish(recorded("e1", NOW, Map.of(Field.REVISION, 2)));
        topology.publish(recorded("e1", NOW, Map.of(Field.REVISION, 2)));
        topology.publish(recorded("e1", NOW, Map.of(Field.REVISION, 1)));
        topology.publish(recorded("e1", NOW, Map.of(Field.REVISION, 3)));

        assertThat(counts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("READ", 4L, "ACCEPTED", 2L, "DUPLICATE", 1L, "SUPERSEDED", 1L));
        assertThat(topology.newDeadLetters()).isEmpty();
    }

    @Test
    void shouldDeadLetterBytesThatAreNotOurs() {
        byte[] garbage = {1, 2, 3};
        byte[] good = topology.encode(recorded("e1", NOW, Map.of()));
        topology.publish(Feed.ALLEGATIONS, "o1", garbage, NOW);
        topology.publish(Feed.ALLEGATIONS, "o1", Arrays.copyOf(good, good.length / 2), NOW);
        topology.publish(Feed.ALLEGATIONS, "o1", null, NOW);
        topology.publish(Feed.VETTING, "o1", good, NOW);
        topology.publish(Feed.ALLEGATIONS, null, good, NOW);
        topology.publish(Feed.ALLEGATIONS, "somebody else", good, NOW);
        topology.publish(Feed.ALLEGATIONS, "o1", good, NOW);

        List<TestRecord<byte[], byte[]>> letters = topology.newDeadLetters();
        assertThat(letters)
                .extracting(letter -> DeadLetters.text(letter.headers(), DeadLetters.REASON))
                .containsExactly(
                        "NOT_AVRO_FRAME", "TRUNCATED", "NULL_VALUE", "WRONG_RECORD", "NULL_KEY", "KEY_MISMATCH");
        assertThat(letters.get(0).value()).isEqualTo(garbage);
        assertThat(letters.get(5).key()).isEqualTo("somebody else".getBytes());
        assertThat(DeadLetters.text(letters.get(3).headers(), DeadLetters.TOPIC))
                .isEqualTo("misconduct.vetting");
        assertThat(counts())
                .containsEntry("READ", 7L)
                .containsEntry("ACCEPTED", 1L)
                .containsEntry("DEAD_LETTERED", 6L);
    }

    @Test
    void shouldDeadLetterImpossibleDatesAndKeepEarlierHistory() {
        topology.publish(recorded("e1", Instant.parse("1975-05-01T00:00:00Z"), Map.of()));
        topology.publish(recorded("e2", NOW.plus(Duration.ofDays(2)), Map.of()));
        topology.publish(recorded("e3", Instant.parse("1850-01-01T00:00:00Z"), Map.of()));
        topology.publish(recorded("e1", Instant.parse("1975-05-01T00:00:00Z"), Map.of()));

        assertThat(topology.newDeadLetters())
                .extracting(letter -> DeadLetters.text(letter.headers(), DeadLetters.REASON) + " "
                        + DeadLetters.text(letter.headers(), DeadLetters.FIELD))
                .containsExactly("FUTURE_DATE recordedAt", "ANCIENT_DATE recordedAt");
        assertThat(counts()).containsEntry("DUPLICATE", 1L);
    }

    @Test
    void shouldDeadLetterWhatAnotherPartitionerHasPutElsewhere() {
        try (DrivenTopology first = new DrivenTopology(
                RuleSet.NONE, stateDir.resolve("two"), new InMemorySerdes(), 1000, 2, DrivenTopology.START)) {
            for (int i = 0; i < 20; i++) {
                first.publish(recorded("e" + i, NOW, Map.of(Field.OFFICER_ID, "o" + i)));
            }

            assertThat(first.newDeadLetters())
                    .isNotEmpty()
                    .hasSizeLessThan(20)
                    .allMatch(
                            letter -> "WRONG_PARTITION".equals(DeadLetters.text(letter.headers(), DeadLetters.REASON)))
                    .allMatch(letter -> BuiltInPartitioner.partitionForKey(letter.key(), 2) == 1);
        }
    }

    @Test
    void shouldNotTakeAControlCharacterIntoTheAccounts() {
        topology.publish(recorded("e1", NOW, Map.of(Field.SOURCE, "a\u0000b")));
        topology.publish(recorded("e2", NOW, Map.of(Field.SOURCE, "hotline")));

        assertThat(topology.account().keySet())
                .extracting(Accounting.Line::publisher)
                .containsOnly(Origin.UNKNOWN_PUBLISHER, "hotline");
    }

    @Test
    void shouldCarryNoReadableTextWhereOnlySealedTextIsKept() {
        try (DrivenTopology sealing = new DrivenTopology(
                RuleSet.NONE,
                WorkingCalendar.WEEKDAYS,
                stateDir.resolve("sealing"),
                new InMemorySerdes(),
                1000,
                1,
                DrivenTopology.START,
                FreeText.SEALED)) {
            sealing.publish(recorded("e1", NOW, Map.of(Field.NARRATIVE, "he hit me")));
            sealing.publish(recorded("e2", NOW.plus(Duration.ofDays(2)), Map.of(Field.NARRATIVE, "he hit me")));
            sealing.publish(Feed.ALLEGATIONS, "o1", "he hit me".getBytes(), NOW);

            assertThat(sealing.stored())
                    .noneMatch(entry -> entry.contains("hit"))
                    .anyMatch(entry -> entry.contains(FreeText.WITHHELD));
            assertThat(sealing.newDeadLetters())
                    .hasSize(2)
                    .allMatch(letter -> letter.value() == null)
                    .allMatch(letter -> letter.headers().lastHeader(DeadLetters.WITHHELD) != null);
        }
    }

    private Map<String, Long> counts() {
        return topology.account().entrySet().stream()
                .collect(Collectors.toMap(line -> line.getKey().outcome().name(), Map.Entry::getValue, Long::sum));
    }

    private static Event recorded(String eventId, Instant at, Map<Field, Object> more) {
        return EventBuilder.of(Map.of(
                        Field.EVENT_TYPE, "RECORDED",
                        Field.EVENT_ID, eventId,
                        Field.OFFICER_ID, "o1",
                        Field.CASE_ID, "c1",
                        Field.ALLEGATION_ID, "a1",
                        Field.GROUP, "FORCE",
                        Field.RECORDED_AT, at))
                .with(more);
    }
}
