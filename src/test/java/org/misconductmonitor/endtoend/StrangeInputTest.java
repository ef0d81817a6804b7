package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;
import org.misconductmonitor.topology.Accounting.Outcome;
import org.misconductmonitor.topology.MonitorTopic;

/** What looks odd and is good: none of it is lost, whatever a publisher knows that the monitor does not. */
@ExtendWith(SharedPlatform.class)
class StrangeInputTest {
    @TempDir
    private Path directory;

    @Test
    void shouldKeepWhatItDoesNotKnow(EmbeddedPlatform platform) {
        RuleSet rules = new RuleSet(List.of(
                rule("severity", Field.SEVERITY, "CATASTROPHIC"),
                rule("category", Field.CATEGORY, "Größter Unfug 👮"),
                rule("source", Field.SOURCE, "line\u0000one\nline two")));
        try (RunningMonitor running = RunningMonitor.start(platform, directory, rules, Map.of())) {
            Site site = running.site();
            Frames frames = new Frames(site);
            Sender sender = new Sender(site);
            byte[] newer = frames.ofNewerPublisher(Frames.event("e1", "severe", Map.of()), "severity", "CATASTROPHIC");
            byte[] unheardOf = frames.ofNewerPublisher(
                    Frames.event("e2", "severe", Map.of(Field.AT, Instant.EPOCH)), "eventType", "TELEPORTED");
            sender.send("a newer word", "severe".getBytes(UTF_8), newer);
            sender.send("a newer type", "severe".getBytes(UTF_8), unheardOf);
            sender.send("a word", "odd".getBytes(UTF_8), frame(frames, "odd", Field.CATEGORY, "Größter Unfug 👮"));
            sender.send(
                    "controls", "raw".getBytes(UTF_8), frame(frames, "raw", Field.SOURCE, "line\u0000one\nline two"));
            sender.send("long", "raw".getBytes(UTF_8), frame(frames, "long", Field.SOURCE, "long".repeat(50_000)));
            running.awaitProcessed();

            assertThat(Folded.standing(site.transitions()))
                    .extracting(
                            alert -> alert.rule().id() + " " + alert.subject().id())
                    .containsExactlyInAnyOrder("severity severe", "category odd", "source raw");
            assertThat(RawRecords.of(site, site.topic(MonitorTopic.DEAD_LETTERS))
                            .all())
                    .isEmpty();
            assertThat(running.monitor().accounts().totals())
                    .containsEntry(Outcome.ACCEPTED, 5L)
                    .containsEntry(Outcome.WITH_UNKNOWN_WORDS, 2L);
            assertThat(publishers(running)).allMatch(publisher -> publisher.length() <= 200);
            Books.assertBalanced(running);
        }
    }

    private static Stream<String> publishers(RunningMonitor running) {
        return running.monitor().accounts().lines().keySet().stream().map(line -> line.publisher());
    }

    private static byte[] frame(Frames frames, String id, Field field, String value) {
        return frames.of(Frames.event(id, id.equals("long") ? "raw" : id, Map.of(field, value)));
    }

    private static Rule rule(String id, Field field, String word) {
        Threshold once = new Threshold(
                Set.of(EventType.RECORDED),
                CountingKey.ALLEGATIONS,
                Window.parse("P365D"),
                TimeBasis.RECORDED_AT,
                null,
                List.of(new Level("AMBER", 1)),
                new Rearm.BelowLowest());
        Filter where = new Filter.In(field, Set.of(word));
        return new Rule(id, "1", id, null, Rule.Status.LIVE, null, null, null, null, where, once);
    }
}
