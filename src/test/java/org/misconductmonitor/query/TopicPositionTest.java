package org.misconductmonitor.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPositionTest {
    @Test
    void shouldReadWhatItWrites() {
        TopicPosition position = new TopicPosition(Map.of(0, 12L, 11, 0L, 2, 999_999_999_999L));

        assertThat(position).hasToString("0:12.2:999999999999.11:0");
        assertThat(TopicPosition.parse(position.toString())).hasValue(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0:", ":1", "0:1.", ".0:1", "0:-1", "0:1,1:2", "0:1.0:2", "0:9999999999999999999", "a:b"
            })
    void shouldRefuseWhatIsNoPosition(String text) {
        assertThat(TopicPosition.parse(text)).isEmpty();
    }

    @Test
    void shouldCompareInEveryPartition() {
        TopicPosition position = new TopicPosition(Map.of(0, 5L));

        assertThat(position.reaches(new TopicPosition(Map.of()))).isTrue();
        assertThat(position.reaches(new TopicPosition(Map.of(0, 5L)))).isTrue();
        assertThat(position.reaches(new TopicPosition(Map.of(0, 5L, 1, 1L)))).isFalse();
        assertThat(position.after(1, 0).reaches(new TopicPosition(Map.of(0, 5L, 1, 1L))))
                .isTrue();
        assertThat(position.after(0, 2)).isEqualTo(position);
    }
}
