package org.misconductmonitor.event.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateFormatsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void shouldRefuseDaysThatAreNone() {
        assertThat(parse("dd/MM/yyyy", "31/02/2024")).isNull();
        assertThat(parse("dd/MM/yyyy", "29/02/2024")).isEqualTo(Instant.parse("2024-02-29T00:00:00Z"));
        assertThat(parse("dd/MM/yyyy", "1/2/2024")).isNull();
    }

    @Test
    void shouldUseTheZoneOfTheTextBeforeThatOfTheMapping() {
        assertThat(parse("yyyy-MM-dd HH:mm XXX", "2024-07-01 09:00 +03:00"))
                .isEqualTo(Instant.parse("2024-07-01T06:00:00Z"));
        assertThat(parse("yyyy-MM-dd HH:mm", "2024-07-01 09:00")).isEqualTo(Instant.parse("2024-07-01T08:00:00Z"));
        assertThat(parse("d MMM yyyy 'y'", "1 Jul 2024 y")).isEqualTo(Instant.parse("2024-06-30T23:00:00Z"));
    }

    @Test
    void shouldNotTakeALiteralForAZone() {
        assertThat(DateFormats.hasZone("yyyy-MM-dd'T'HH:mm'Z'")).isFalse();
        assertThat(DateFormats.hasZone("yyyy-MM-dd HH:mm z")).isTrue();
        DateFormats optional = new DateFormats(List.of(DateFormats.pattern("yyyy-MM-dd HH:mm[ XXX]")), null);
        assertThat(optional.parse("2024-07-01 09:00")).isNull();
    }

    private static Instant parse(String pattern, String text) {
        return new DateFormats(List.of(DateFormats.pattern(pattern)), LONDON).parse(text);
    }
}
