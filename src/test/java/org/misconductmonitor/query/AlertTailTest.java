package org.misconductmonitor.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.topology.PublishedAlert;

class AlertTailTest {
    private final AlertTail tail = new AlertTail(6);

    @Test
    void shouldTellWhatComesAfterAPosition() throws Exception {
        tail.add(SampleAlerts.published(0, 3, "a", 1, 1));
        tail.add(SampleAlerts.published(1, 0, "b", 1, 1));
        tail.add(SampleAlerts.published(0, 9, "c", 1, 1));

        assertThat(after(Map.of())).hasValue(List.of("a", "b", "c"));
        assertThat(after(Map.of(0, 4L))).hasValue(List.of("b", "c"));
        assertThat(after(Map.of(0, 10L, 1, 1L))).hasValue(List.of());
    }

    @Test
    void shouldSayWhenSomeOfItIsGone() throws Exception {
        for (int i = 0; i < 5; i++) {
            tail.add(SampleAlerts.published(0, 10 + i, "a" + i, 1, 1));
        }

        assertThat(after(Map.of(0, 11L))).isEmpty();
        assertThat(after(Map.of(0, 12L))).hasValue(List.of("a2", "a3", "a4"));
        assertThat(tail.start()).isEqualTo(new TopicPosition(Map.of(0, 12L)));
    }

    @Test
    void shouldNotKeepOneThatIsLargerThanAll() throws Exception {
        tail.add(SampleAlerts.published(0, 1, "large", 1, 100));

        assertThat(after(Map.of())).isEmpty();
        assertThat(after(Map.of(0, 2L))).hasValue(List.of());
    }

    private Optional<List<String>> after(Map<Integer, Long> position) throws InterruptedException {
        return tail.after(new TopicPosition(position), Duration.ZERO).map(found -> found.stream()
                .map(PublishedAlert::alert)
                .map(alert -> alert.alertId())
                .toList());
    }
}
