package org.misconductmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
    @ParameterizedTest
    @CsvSource({
        "2024-05-01, 2024-05-01T00:00:00Z",
        "1969-12-31, 1969-12-31T00:00:00Z",
        "2024-02-29T09:00:00Z, 2024-02-29T09:00:00Z",
        "2024-05-01T09:00:00+01:00, 2024-05-01T08:00:00Z",
        "2024-05-01T09:00Z, 2024-05-01T09:00:00Z",
        "2024-05-01T09:00:00.1234567Z, 2024-05-01T09:00:00.123456Z",
        "1969-12-31T23:59:59.9999999Z, 1969-12-31T23:59:59.999999Z",
        "2024-05-01T09:00:00.999999999-02:00, 2024-05-01T11:00:00.999999Z",
        "+12024-05-01T09:00:00Z, +12024-05-01T09:00:00Z"
    })
    void shouldReadIso8601ToTheMicrosecond(String text, Instant expected) {
        assertThat(InstantText.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-13-01",
                "2024-02-30",
                "2023-02-29",
                "1900-02-29",
                "2024-05-01T09:00:00",
                "2024-05-01 09:00:00Z",
                "2024-05-01T25:00:00Z",
                "2024-05-01T09:60:00Z",
                "2024-05-01T09:00:61Z",
                "01/05/2024",
                "2024-05-01T09:00:00.1234567890Z",
                "2024-5-1",
                "yesterday",
                "2024-05-0١",
                "1714554000"
            })
    void shouldRefuseEverythingElse(String text) {
        assertThat(InstantText.parse(text)).isEmpty();
    }

    @Test
    void shouldReadWhatInstantsWrite() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-62_167_219_200L, 253_402_300_799L))
                    .plusNanos(random.nextInt(1_000_000_000));
            assertThat(InstantText.parse(instant.toString())).contains(instant.truncatedTo(ChronoUnit.MICROS));
            String date = instant.toString().substring(0, 10);
            assertThat(InstantText.parse(date)).contains(instant.truncatedTo(ChronoUnit.DAYS));
        }
    }
}
