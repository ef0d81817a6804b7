package org.misconductmonitor.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockSkewTest {
    private static final long MINUTE = 60_000;
    private static final long NANOS = Duration.ofMinutes(1).toNanos();

    private final ClockSkew skew = new ClockSkew();

    @Test
    void shouldSayNothingBeforeItKnows() {
        assertThat(skew.hindrance(0, 0)).isEmpty();
    }

    @Test
    void shouldTolerateAMinute() {
        skew.acknowledged(10 * MINUTE, 0);

        assertThat(skew.hindrance(11 * MINUTE, 0)).isEmpty();
        assertThat(skew.hindrance(9 * MINUTE, 0)).isEmpty();
    }

    @Test
    void shouldSayHowFarTheClockIsAheadOrBehind() {
        skew.acknowledged(10 * MINUTE, 0);

        assertThat(skew.hindrance(12 * MINUTE, 0)).get().asString().contains("120 s ahead of");
        assertThat(skew.hindrance(8 * MINUTE, 0)).get().asString().contains("120 s behind");
    }

    @Test
    void shouldNotTakeTimeThatPassesForSkew() {
        skew.acknowledged(10 * MINUTE, 0);

        assertThat(skew.hindrance(20 * MINUTE, 10 * NANOS)).isEmpty();
        assertThat(skew.hindrance(20 * MINUTE, 0)).isPresent();
    }

    @Test
    void shouldBeContentAsSoonAsTheClockIsSetRight() {
        skew.acknowledged(10 * MINUTE, 0);

        assertThat(skew.hindrance(60 * MINUTE, NANOS)).isPresent();
        assertThat(skew.hindrance(12 * MINUTE, 2 * NANOS)).isEmpty();
    }
}
