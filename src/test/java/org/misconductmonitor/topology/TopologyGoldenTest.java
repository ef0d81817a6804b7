package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.ReviewPolicy;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.privacy.FreeText;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.WorkingCalendar;

/** State survives an upgrade only while nodes and stores keep their names: a change here needs a migration. */
class TopologyGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/topology.txt");

    @Test
    void shouldKeepItsNodesAndStores() throws IOException {
        Topology topology = MisconductTopology.build(
                new TopicCatalog(TopicSettings.DEFAULT),
                Evaluators.of(RuleSet.NONE),
                WorkingCalendar.WEEKDAYS,
                new InMemorySerdes().pair(),
                0,
                new ReviewPolicy(5, WorkingCalendar.WEEKDAYS, 1),
                FreeText.CLEAR);

        String description = inOrder(topology.describe().toString());

        if (Boolean.getBoolean("write.expected")) {
            Files.writeString(GOLDEN, description);
        }
        assertThat(description).isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8));
    }

    /** The lists in brackets and behind arrows are sets: their order is chance. */
    private static String inOrder(String description) {
        Matcher lists =
                Pattern.compile("(?<=\\[|stores: \\[|--> |<-- )[a-z.,\\- ]+").matcher(description);
        return lists.replaceAll(
                list -> Arrays.stream(list.group().split(", ")).sorted().collect(Collectors.joining(", ")));
    }
}
