package org.misconductmonitor.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;

class SyntheticEventsTest {
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final int EVENTS = 4_000;

    @Test
    void shouldEndAtTheTimeAskedForAndTellOfNothingLater() {
        SyntheticEvents events = new SyntheticEvents("", 100, EVENTS, 5, 1, END);
        Instant newest = Instant.MIN;
        for (int i = 0; i < EVENTS; i++) {
            Instant at = events.next().at();
            newest = at.isAfter(newest) ? at : newest;
        }

        assertThat(newest).isBetween(END.minus(Duration.ofDays(30)), END);
    }

    @Test
    void shouldEndWhatBegan() {
        SyntheticEvents events = new SyntheticEvents("", 100, EVENTS, 5, 1, END);
        Set<String> open = new HashSet<>();
        int ended = 0;
        for (int i = 0; i < EVENTS; i++) {
            Event event = events.next();
            if (event.type() == EventType.RECORDED) {
                open.add(event.allegationId());
            } else {
                assertThat(open.remove(event.allegationId())).isTrue();
                ended++;
            }
        }

        assertThat(ended).isGreaterThan(EVENTS / 3);
    }
}
