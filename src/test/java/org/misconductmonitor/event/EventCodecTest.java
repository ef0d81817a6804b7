package org.misconductmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    /** State in the field is in this form: if this changes, so must the version, and old state must stay readable. */
    private static final String VECTOR = "01020114010865310518666f72c3a76106086f3107086331080861310cfafc08"
            + "0af4a3e8031f0c30354127012b050f0f0101030406090724636173652d30303031080a092d6109fafc08"
            + "3381c9dcfb2f246f6666696365722d32f2fe081901060833fafc080c652d3700";

    @Test
    void shouldKeepItsForm() {
        assertThat(HexFormat.of().formatHex(EventCodec.encode(example()))).isEqualTo(VECTOR);
        assertThat(EventCodec.decode(HexFormat.of().parseHex(VECTOR))).isEqualTo(example());
    }

    @Test
    void shouldReadBackAnyFacts() {
        for (int seed = 0; seed < 300; seed++) {
            List<StoredFact> facts = random(new Random(seed));
            assertThat(EventCodec.decode(EventCodec.encode(facts)))
                    .as("seed %s", seed)
                    .isEqualTo(facts);
        }
    }

    @Test
    void shouldReadBlocksPutOneBehindTheOther() {
        List<StoredFact> first = random(new Random(1));
        List<StoredFact> second = random(new Random(2));
        byte[] a = EventCodec.encode(first);
        byte[] b = EventCodec.encode(second);
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        List<StoredFact> expected = new ArrayList<>(first);
        expected.addAll(second);
        assertThat(EventCodec.decode(both)).isEqualTo(expected);
        assertThat(EventCodec.decode(new byte[0])).isEmpty();
    }

    @Test
    void shouldKeepTheWordOfANewerType() {
        StoredFact fact = StoredFact.of(Events.event("SOMETHING_NEW", Field.OFFICER_ID, "o"));
        assertThat(EventCodec.decode(EventCodec.encode(List.of(fact)))).containsExactly(fact);
    }

    @Test
    void shouldSayWhenANewerReleaseWroteTheState() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCodec.decode(new byte[] {9, 0}))
                .withMessageContaining("form 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCodec.decode(new byte[] {1, 1, 15, 2, 127}))
                .withMessageContaining("no field has number 127");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCodec.decode(new byte[] {1, 1, 126, 2}))
                .withMessageContaining("no event type has number 126");
    }

    @Test
    void shouldNeverTakeDamagedBytesForAnythingElse() {
        byte[] bytes = EventCodec.encode(example());
        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException().isThrownBy(() -> EventCodec.decode(cut));
        }
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                EventCodec.decode(damaged);
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageNotContaining("officer");
            }
        }
    }

    @Test
    void shouldRefuseInstantsItCannotHold() {
        StoredFact fact = StoredFact.of(Events.recorded(Field.RECORDED_AT, Instant.MAX));
        assertThatThrownBy(() -> EventCodec.encode(List.of(fact))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldSpellOutARepeatedTextOnce() {
        StoredFact fact = StoredFact.of(Events.recorded(Field.CATEGORY_TEXT, "z".repeat(150)));
        int once = EventCodec.encode(List.of(fact)).length;
        int tenTimes = EventCodec.encode(Collections.nCopies(10, fact)).length;
        assertThat(tenTimes - once).isLessThan(9 * 30);
    }

    private static List<StoredFact> example() {
        Event recorded = EventBuilder.of(Events.recordedFields())
                .with(Map.of(
                        Field.TENANT_ID,
                        "força",
                        Field.OCCURRED_AT,
                        Instant.parse("1969-12-31T23:59:59.000001Z"),
                        Field.OUTSIDE,
                        true,
                        Field.SUSPENSION_DAYS,
                        -3));
        Event finalised = Events.event(
                "FINALISED",
                Field.REVISION,
                2,
                Field.OFFICER_ID,
                "o1",
                Field.CASE_ID,
                "case-0001",
                Field.ALLEGATION_ID,
                "case-0001-a",
                Field.DUE_AT,
                Instant.parse("2021-01-01T09:00:00Z"));
        Hop hop = new Hop(
                "officer-2",
                Instant.parse("2020-06-01T00:00:00Z"),
                "case-0001",
                false,
                null,
                new Hop("officer-3", Instant.parse("2020-05-01T00:00:00Z"), "e-7", false, null, null));
        return List.of(StoredFact.of(recorded), new StoredFact(finalised, hop));
    }

    private static List<StoredFact> random(Random random) {
        List<StoredFact> facts = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            Event event = Events.random(random);
            Instant at = event.at();
            Hop hop = random.nextInt(5) == 0
                    ? new Hop("from", at, event.eventId(), random.nextBoolean(), random.nextBoolean() ? at : null, null)
                    : null;
            facts.add(new StoredFact(event, hop));
        }
        return facts;
    }
}
