package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.DefaultPack;

/** Every shipped rule over the story on a real broker, with a restart: deadlines, states and counts as the engine says. */
@ExtendWith(SharedPlatform.class)
class WholePackTest {
    @TempDir
    private Path directory;

    @Test
    void shouldSayWhatTheEngineSaysAndNoticeWhatNobodyNoticed(EmbeddedPlatform platform) throws IOException {
        RuleSet rules = DefaultPack.load().rules();
        List<Event> events = Stories.golden();
        Instant before = Instant.now();
        try (RunningMonitor running = RunningMonitor.start(platform, directory, rules, Map.of())) {
            running.site().publish(events.subList(0, events.size() / 2));
            running.awaitIdle();
            running.restart();
            running.site().publish(events.subList(events.size() / 2, events.size()));
            running.awaitIdle();

            Engine engine = new Engine(rules, events);
            engine.advance(Instant.now());
            engine.assertSameStanding(running.site(), before);
            Books.assertBalanced(running);
            List<Alert> standing = Folded.standing(running.site().transitions());
            assertThat(standing)
                    .filteredOn(alert -> alert.subject().id().equals("E-SGT"))
                    .extracting(alert -> alert.rule().id() + " " + alert.level())
                    .contains(
                            "unanswered-request AMBER",
                            "unanswered-request RED",
                            "promoted-with-open-matter IMMEDIATE");
        }
    }
}
