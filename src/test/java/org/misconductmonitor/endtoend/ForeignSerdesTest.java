package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.topology.DeadLetters;
import org.misconductmonitor.topology.MonitorTopic;

/** Serializers of others, by configuration alone: every topic with a schema is written and read with them. */
@ExtendWith(SharedPlatform.class)
class ForeignSerdesTest {
    private static final Map<String, String> FOREIGN = Map.of(
            "value.serializer", BackwardsSerializer.class.getName(),
            "value.deserializer", BackwardsDeserializer.class.getName());

    @TempDir
    private Path directory;

    @Test
    void shouldSpeakTheLanguageThatIsConfigured(EmbeddedPlatform platform) {
        RuleSet rules = Stories.rules("every-allegation.yaml");
        Event recorded = Frames.event("e1", "first", Map.of());
        Event reassigned = Frames.event(
                "e2",
                "first",
                Map.of(
                        Field.EVENT_TYPE, EventType.REASSIGNED.name(),
                        Field.AT, recorded.at(),
                        Field.ALLEGATION_ID, recorded.allegationId(),
                        Field.TO_OFFICER_ID, "second"));
        try (RunningMonitor running = RunningMonitor.start(platform, directory, rules, FOREIGN)) {
            Site site = running.site();
            running.process(List.of(recorded, reassigned));
            byte[] ours = new Frames(site).of(Frames.event("e3", "first", Map.of()));
            new Sender(site).send("ours", "first".getBytes(UTF_8), ours);
            running.awaitProcessed();

            new Engine(rules, List.of(recorded, reassigned)).assertSameStanding(site);
            assertThat(RawRecords.of(site, site.topic(MonitorTopic.HANDOVERS)).all())
                    .isNotEmpty()
                    .allMatch(record -> record.value()[record.value().length - 1] == 0);
            assertThat(RawRecords.of(site, site.topic(MonitorTopic.DEAD_LETTERS))
                            .all())
                    .singleElement()
                    .satisfies(letter -> assertThat(DeadLetters.text(letter.headers(), DeadLetters.REASON))
                            .isNotEqualTo("PROCESSING_FAILED"))
                    .satisfies(letter -> assertThat(letter.value()).isEqualTo(ours));
            Books.assertBalanced(running);
        }
    }
}
