package org.misconductmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventOrderTest {
    private static final Instant T = Instant.parse("2020-01-01T00:00:00Z");
    private static final Comparator<String> UTF8_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    @Test
    void shouldPutTimeBeforeId() {
        assertThat(new EventOrder(T, "b")).isLessThan(new EventOrder(T.plusNanos(1000), "a"));
        assertThat(new EventOrder(T, "a")).isLessThan(new EventOrder(T, "b"));
        assertThat(new EventOrder(T, "a")).isEqualByComparingTo(new EventOrder(T, "a"));
    }

    @Test
    void shouldPutCharactersBeyondTheBasicPlaneAfterAllOthers() {
        String basic = "\uFFFD";
        String beyond = "\uD83D\uDC6E";
        assertThat(beyond.compareTo(basic))
                .as("String.compareTo gets this wrong")
                .isNegative();
        assertThat(EventOrder.BYTE_ORDER.compare(beyond, basic)).isPositive();
        assertThat(EventOrder.BYTE_ORDER.compare(basic, beyond)).isNegative();
    }

    @Test
    void shouldPutUpperCaseAndDigitsWhereTheirBytesAre() {
        assertThat(List.of("a", "B", "10", "9", "Z", "é", "", "a1")).satisfies(ids -> {
            List<String> sorted = new ArrayList<>(ids);
            sorted.sort(EventOrder.BYTE_ORDER);
            assertThat(sorted).containsExactly("", "10", "9", "B", "Z", "a", "a1", "é");
        });
    }

    @Test
    void shouldBeTheByteOrderOfUtf8ForAllText() {
        Random random = new Random(7);
        int[] alphabet = {'a', 'b', 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff};
        for (int i = 0; i < 20_000; i++) {
            String a = text(random, alphabet);
            String b = text(random, alphabet);
            assertThat(Integer.signum(EventOrder.BYTE_ORDER.compare(a, b)))
                    .isEqualTo(Integer.signum(UTF8_BYTES.compare(a, b)));
        }
    }

    @Test
    void shouldOrderEventsLikeTheirPlaces() {
        Event early = Events.event("LEFT", Field.EVENT_ID, "b");
        Event late = Events.event("LEFT", Field.EVENT_ID, "c");
        assertThat(EventOrder.BY_TIME.compare(early, late)).isNegative();
        assertThat(EventOrder.of(early)).isLessThan(EventOrder.of(late));
    }

    private static String text(Random random, int[] alphabet) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }
}
