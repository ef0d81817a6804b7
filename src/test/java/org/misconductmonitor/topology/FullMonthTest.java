package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.topology.Accounting.Outcome;

/** A publisher who never stops to accuse one officer on one day: what has no room is told, and the rest goes on. */
@Timeout(300)
class FullMonthTest {
    private static final Instant DAY = Instant.parse("2020-05-04T00:00:00Z");
    private static final int LONG = 200_000;

    @TempDir
    private Path directory;

    private DrivenTopology topology;

    @BeforeEach
    void start() {
        topology = new DrivenTopology(RuleSet.NONE, directory, new InMemorySerdes(), 100_000);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void shouldTellWhatHasNoRoomAndGoOnWithTheRest() {
        int taken = fill();
        topology.publish(fact("same day", LONG, DAY));
        assertThat(reason()).isEqualTo("TOO_LARGE");

        topology.publish(fact("fact 0", LONG, DAY));
        topology.publish(fact("small", 10, DAY));
        topology.publish(fact("other month", LONG, DAY.minusSeconds(40 * 86_400)));
        assertThat(topology.newDeadLetters()).isEmpty();
        topology.publish(fact("same day", LONG, DAY));
        assertThat(reason()).isEqualTo("TOO_LARGE");

        assertThat(count(Outcome.ACCEPTED)).isEqualTo(taken + 2);
        assertThat(count(Outcome.DUPLICATE)).isEqualTo(1);
        assertThat(count(Outcome.DEAD_LETTERED)).isEqualTo(3);
    }

    /** Until one has no room. */
    private int fill() {
        for (int i = 0; i < 100; i++) {
            topology.publish(fact("fact " + i, LONG, DAY));
            if (!topology.newDeadLetters().isEmpty()) {
                assertThat(i).isGreaterThan(5);
                return i;
            }
        }
        throw new AssertionError("a month without end");
    }

    private String reason() {
        TestRecord<byte[], byte[]> letter = topology.newDeadLetters().get(0);
        return DeadLetters.text(letter.headers(), DeadLetters.REASON);
    }

    private long count(Outcome outcome) {
        return topology.account().entrySet().stream()
                .filter(line -> line.getKey().outcome() == outcome)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Of each fact its own: what is told twice is stored once. */
    private static String words(String id, int characters) {
        return new Random(id.hashCode())
                .ints(characters, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Event fact(String id, int characters, Instant at) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_TYPE, "RECORDED");
        fields.put(Field.EVENT_ID, id);
        fields.put(Field.OFFICER_ID, "accused");
        fields.put(Field.CASE_ID, "case of " + id);
        fields.put(Field.ALLEGATION_ID, "allegation of " + id);
        fields.put(Field.CATEGORY, "05A");
        fields.put(Field.RECORDED_AT, at);
        fields.put(Field.NARRATIVE, words(id, characters));
        return EventBuilder.of(fields);
    }
}
