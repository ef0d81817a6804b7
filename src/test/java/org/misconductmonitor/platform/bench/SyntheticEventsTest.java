package org.misconductmonitor.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;

/** At the end of a round nothing is open that would miss deadlines until the next. */
class SyntheticEventsTest {
    private static final int PERIOD = 1_001;
    private static final int PERIODS = 4;

    @Test
    void shouldEndInEachPeriodWhatBeganInIt() {
        SyntheticEvents events = new SyntheticEvents("", 100, PERIOD * PERIODS, 5, 1, PERIOD);
        Set<String> open = new HashSet<>();
        for (int i = 0; i < PERIODS; i++) {
            for (int j = 0; j < PERIOD; j++) {
                take(events.next(), open);
            }
            // Of an odd number of events one has no partner.
            assertThat(open).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void shouldNotTellOfTheFuture() {
        SyntheticEvents events = new SyntheticEvents("", 100, PERIOD * PERIODS, 5, 1, PERIOD);
        Instant end = Instant.parse("2025-01-01T00:00:00Z");
        for (int i = 0; i < PERIOD * PERIODS; i++) {
            assertThat(events.next().at()).isBefore(end);
        }
    }

    private static void take(Event event, Set<String> open) {
        if (event.type() == EventType.RECORDED) {
            open.add(event.allegationId());
        } else {
            assertThat(open.remove(event.allegationId())).isTrue();
        }
    }
}
