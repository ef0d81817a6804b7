package org.misconductmonitor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthTextTest {
    @ParameterizedTest
    @CsvSource({
        "P365D, 365 days",
        "P1D, 1 day",
        "P2W, 14 days",
        "PT1H, 1 hour",
        "PT36H, 1 day 12 hours",
        "PT30M, 30 minutes",
        "PT24H30M, 1 day 30 minutes",
        "P12M, 12 months",
        "P1Y6M, 1 year 6 months"
    })
    void shouldSayAWindowWhole(String text, String words) {
        assertThat(Window.parse(text).inWords()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "-P90D, 90 days",
        "PT0S, 0 days",
        "PT90S, 1 minute 30 seconds",
        "-P1Y, 1 year",
        "1 working day, 1 working day",
        "5 working days, 5 working days"
    })
    void shouldSayADelayWithoutItsSign(String text, String words) {
        assertThat(Delay.parse(text, WorkingCalendar.WEEKDAYS).inWords()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"P1Y, year", "P12M, 12 months", "P1Y6M, 1 year 6 months", "P1D, day"})
    void shouldLeaveOutAOneBehindThe(String text, String words) {
        assertThat(Window.parse(text).inWordsAfterThe()).isEqualTo(words);
    }

    @Test
    void shouldNeverSayLessThanItIs() {
        assertThat(LengthText.of(Duration.parse("PT552H13M5.000001S"))).isEqualTo("23 days 13 minutes 6 seconds");
    }
}
