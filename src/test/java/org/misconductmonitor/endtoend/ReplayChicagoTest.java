package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Exit;
import org.misconductmonitor.cli.Main;

/** Real records through the engine alone, as {@code replay} runs it, in several orders of arrival. */
class ReplayChicagoTest {
    @TempDir
    private Path directory;

    @Test
    void shouldFindThePublishedAlerts() throws IOException {
        assertThat(replay(Stories.chicago())).hasSize(2948).isEqualTo(Stories.chicagoAlerts());
    }

    @Test
    void shouldFindThemInAnyOrder() throws IOException {
        assertThat(replay(Stories.chicago(), "--shuffle", "7")).isEqualTo(Stories.chicagoAlerts());
    }

    @Test
    void shouldFindThemWhenEveryFindingComesBeforeItsAllegation() throws IOException {
        List<JsonNode> lines = new ArrayList<>(Stories.lines(Stories.chicago()));
        lines.sort(Comparator.comparing(line -> line.get("eventType").asText()));
        assertThat(lines.get(0).get("eventType").asText()).isEqualTo("FINALISED");
        Path file = directory.resolve("findings-first.jsonl");
        Files.write(file, lines.stream().map(JsonNode::toString).toList());

        assertThat(replay(file)).isEqualTo(Stories.chicagoAlerts());
    }

    private List<Published> replay(Path events, String... more) throws IOException {
        Path alerts = directory.resolve("alerts.jsonl");
        List<String> arguments = new ArrayList<>(List.of("replay", "--events", events.toString(), "--rules"));
        arguments.addAll(List.of(Stories.ruleFile("chicago.yaml").toString(), "--alerts", alerts.toString()));
        arguments.addAll(List.of(more));
        StringWriter said = new StringWriter();
        int exit = Main.run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
        assertThat(exit).as(said.toString()).isEqualTo(Exit.OK);
        return Published.ofLines(Stories.lines(alerts));
    }
}
