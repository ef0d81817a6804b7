package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.topology.Accounting.Outcome;

/** However the work is shared and however little is kept in memory, the result is that of the engine. */
@ExtendWith(SharedPlatform.class)
class SharedWorkTest {
    private final RuleSet rules = Stories.rules("every-allegation.yaml");

    @TempDir
    private Path directory;

    @Test
    void shouldShareTheWorkAndTakeOverThatOfAnInstanceThatLeaves(EmbeddedPlatform platform) throws IOException {
        List<Event> events = Corrected.goldenReassigned();
        int half = events.size() / 2;
        Map<String, String> one = Map.of("num.stream.threads", "1");
        try (RunningMonitor first = RunningMonitor.start(platform, directory, rules, one)) {
            Site site = first.site();
            MonitorConfig elsewhere = site.configWith(
                    Map.of("state.dir", directory.resolve("elsewhere").toString()));
            try (RunningMonitor second = RunningMonitor.on(site, elsewhere, rules)) {
                first.process(events.subList(0, half));
                assertThat(first.monitor().accounts().totals().get(Outcome.READ))
                        .isPositive();
                assertThat(second.monitor().accounts().totals().get(Outcome.READ))
                        .isPositive();

                site.publish(events.subList(half, events.size()));
                first.stop();
                second.awaitProcessed();

                new Engine(rules, events).assertSameStanding(site);
                Books.assertBalanced(second);
            }
        }
    }

    @Test
    void shouldNotNeedWhatIsInMemory(EmbeddedPlatform platform) throws IOException {
        List<Event> events = Corrected.goldenReassigned();
        Map<String, String> nothing = Map.of("cached.facts", "0", "statestore.cache.max.bytes", "0");
        try (RunningMonitor running = RunningMonitor.start(platform, directory, rules, nothing)) {
            running.process(events);

            new Engine(rules, events).assertSameStanding(running.site());
            Books.assertBalanced(running);
        }
    }
}
