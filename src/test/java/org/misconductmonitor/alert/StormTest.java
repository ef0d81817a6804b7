package org.misconductmonitor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StormTest {
    private static final Instant HOUR = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void shouldTellOfTheStormOnceAndThenOnlyRecord() {
        assertThat(judged(3, HOUR, HOUR.plusSeconds(1), HOUR.plusSeconds(2), HOUR.plusSeconds(3), HOUR.plusSeconds(4)))
                .containsExactly("told", "told", "told", "told as a storm", "STORM");
    }

    @Test
    void shouldBeginAgainWithTheHour() {
        assertThat(judged(1, HOUR, HOUR, HOUR, HOUR.plus(Duration.ofHours(1)), HOUR.plus(Duration.ofHours(1))))
                .containsExactly("told", "told as a storm", "STORM", "told", "told as a storm");
    }

    @Test
    void shouldCountWhatIsEarlierWithTheHourThatHasBegun() {
        assertThat(judged(1, HOUR, HOUR.minusSeconds(1), HOUR)).containsExactly("told", "told as a storm", "STORM");
    }

    private static List<String> judged(int limit, Instant... times) {
        Storm storm = Storm.CALM;
        List<String> found = new ArrayList<>();
        for (Instant at : times) {
            storm = storm.with(at);
            Notice notice = storm.judge(Lives.alert("a", 0, Alert.Transition.RAISED, "C"), limit)
                    .notice();
            found.add(
                    notice.storm()
                            ? "told as a storm"
                            : notice.tells() ? "told" : notice.quiet().name());
        }
        return found;
    }
}
