package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.Accounting.Outcome;
import org.misconductmonitor.topology.MonitorTopic;

/** Real records through a real broker and registry: the alerts are those that an independent program found. */
@ExtendWith(SharedPlatform.class)
class ChicagoStreamTest {
    @TempDir
    private Path directory;

    @Test
    void shouldRaiseThePublishedAlerts(EmbeddedPlatform platform) throws IOException {
        List<Event> events = Stories.events(Stories.chicago());
        try (RunningMonitor running = start(platform)) {
            running.process(events);

            assertExact(running);
            assertThat(running.monitor().accounts().totals()).containsEntry(Outcome.ACCEPTED, (long) events.size());
        }
    }

    @Test
    void shouldNotMindRepetitionOrOrder(EmbeddedPlatform platform) throws IOException {
        List<Event> events = Stories.events(Stories.chicago());
        List<Event> arriving = new ArrayList<>(events);
        arriving.addAll(events);
        Collections.shuffle(arriving, new Random(11));
        try (RunningMonitor running = start(platform)) {
            running.process(arriving);

            assertExact(running);
            assertThat(running.monitor().accounts().totals())
                    .containsEntry(Outcome.ACCEPTED, (long) events.size())
                    .containsEntry(Outcome.DUPLICATE, (long) events.size());
        }
    }

    @Test
    void shouldNotMindImportsInTheWrongOrder(EmbeddedPlatform platform) throws IOException {
        List<Event> events = Stories.events(Stories.chicago());
        int half = events.size() / 2;
        try (RunningMonitor running = start(platform)) {
            running.process(events.subList(half, events.size()));
            running.process(events.subList(0, half));

            assertExact(running);
        }
    }

    private RunningMonitor start(EmbeddedPlatform platform) {
        return RunningMonitor.start(platform, directory, Stories.rules("chicago.yaml"), Map.of());
    }

    private static void assertExact(RunningMonitor running) throws IOException {
        List<Published> expected = Stories.chicagoAlerts();
        assertThat(expected).hasSize(2948);
        assertThat(Published.ofAlerts(Folded.standing(running.site().transitions())))
                .isEqualTo(expected);
        assertThat(Published.ofAlerts(Folded.latest(running.site().alerts(MonitorTopic.STANDING_ALERTS))))
                .isEqualTo(expected);
        Books.assertBalanced(running);
    }
}
