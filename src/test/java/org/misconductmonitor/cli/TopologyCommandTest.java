package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Workbench.Ran;

class TopologyCommandTest {
    private static final String[] NOBODY_ANSWERS = {
        "--set", "bootstrap.servers=127.0.0.1:1", "--set", "schema.registry.url=http://127.0.0.1:1"
    };

    @Test
    void shouldPrintItForReadingWithoutAskingAnybody() {
        Ran ran = run("topology", NOBODY_ANSWERS);

        assertThat(ran.exit()).isEqualTo(Exit.OK);
        assertThat(ran.out())
                .containsSubsequence(
                        "Part 0",
                        "source    events-source",
                        "reads  misconduct.allegations",
                        "processor gate",
                        "store  ");
    }

    @Test
    void shouldPrintAFlowchartForMarkdown() {
        String out = run("topology --format mermaid").out();

        assertThat(out)
                .startsWith("flowchart LR\n")
                .contains("[[\"misconduct.allegations\"]]", "subgraph part0", "  end");
        assertThat(out.lines().filter(line -> line.contains("-->") || line.contains("-.-")))
                .isNotEmpty()
                .allMatch(line -> line.matches("  \\w+ (-->|-\\.-) \\w+"));
    }

    @Test
    void shouldPrintAGraphForGraphviz() {
        String out = run("topology --format dot").out();

        assertThat(out).startsWith("digraph monitor {\n").endsWith("}\n");
        assertThat(out.lines().filter(line -> line.contains("->")))
                .isNotEmpty()
                .allMatch(line -> line.matches("  \\w+ -> \\w+( \\[dir=none, style=dashed])?;"));
        assertThat(out.chars().filter(c -> c == '{').count())
                .isEqualTo(out.chars().filter(c -> c == '}').count());
    }

    @Test
    void shouldNameTheFormatsThatThereAre() {
        Ran ran = run("topology --format svg");

        assertThat(ran.exit()).isEqualTo(Exit.USAGE);
        assertThat(ran.err()).containsIgnoringCase("text, mermaid, dot");
    }

    @Test
    void shouldPrintASettingsFileThatCanBeUsed() {
        assertThat(run("config").out()).contains("#bootstrap.servers=localhost:9092");
    }

    @Test
    void shouldMaskSecretsOfTheSettingsInForce(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("m.properties"), "kafka.sasl.jaas.config=hunter2\n");
        String out = run("config --effective --bootstrap-server b:9092 --config", file.toString())
                .out();

        assertThat(out).contains("b:9092  (command line)", "********").doesNotContain("hunter2");
    }

    @Test
    void shouldTakeNoSecretAsAnArgument() {
        Ran ran = run("config --effective --set kafka.sasl.jaas.config=hunter2");

        assertThat(ran.exit()).isEqualTo(Exit.USAGE);
        assertThat(ran.err()).contains("kafka.sasl.jaas.config", "${file:").doesNotContain("hunter2");
    }

    private static Ran run(String command, String... more) {
        String all = command + (more.length == 0 ? "" : " " + String.join(" ", more));
        return Workbench.plain(all.split(" "));
    }
}
