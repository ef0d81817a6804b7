package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Workbench.Ran;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

/** An analyst changes rules on a running monitor, on a real broker. */
@ExtendWith(SharedPlatform.class)
class RulesLiveCommandTest {
    private static final String THREE = Workbench.RULE.replace("at: 2", "at: 3");
    private static final String SHADOW = Workbench.RULE
            .replace("id: two-in-a-year", "id: one-in-a-year")
            .replace("at: 2", "at: 1")
            .replace("kind: threshold", "kind: threshold\nstatus: shadow");

    @TempDir
    private Path directory;

    private Workbench bench;

    @BeforeEach
    void prepare(EmbeddedPlatform platform) throws IOException {
        bench = new Workbench(platform, directory);
    }

    @Test
    void shouldJudgeEverybodyAgainWhenRulesArePublishedAndRetired() throws Exception {
        bench.run("topics", "create");
        String events = bench.file(
                        "events.jsonl",
                        Workbench.recorded(1, "O1", "2024-01-10") + Workbench.recorded(2, "O1", "2024-02-10"))
                .toString();
        bench.run("import", events);
        bench.process();
        assertThat(bench.run("alerts", "list").out()).contains("two-in-a-year", "1 alert");

        Ran published = bench.run("rules", "publish", file("three.yaml", THREE), "--by", "analyst-7");
        bench.process();

        assertThat(published.exit()).isEqualTo(Exit.OK);
        assertThat(published.out()).contains("changed", " -> ", "1 rule published, 0 as they were");
        assertThat(bench.run("alerts", "list").out()).contains("No such alerts stand");
        assertThat(bench.run("rules", "list").out()).contains("two-in-a-year", "analyst-7", "1 rule");

        bench.run("rules", "publish", file("shadow.yaml", SHADOW));
        bench.process();
        assertThat(bench.run("alerts", "list").out()).contains("one-in-a-year (shadow)", "1 alert");

        assertThat(bench.run("rules", "retire", "one-in-a-year").out()).contains("retired one-in-a-year");
        bench.process();
        assertThat(bench.run("alerts", "list").out()).contains("No such alerts stand");
        assertThat(bench.run("rules", "list").out()).doesNotContain("one-in-a-year");
        assertThat(bench.run("rules", "list", "--all").out()).contains("one-in-a-year", "retired");
    }

    @Test
    void shouldShowWhatWouldChange() throws Exception {
        bench.run("topics", "create");

        Ran changed = bench.run("rules", "diff", file("three.yaml", THREE));
        assertThat(changed.exit()).isEqualTo(Exit.FAILED);
        assertThat(changed.out())
                .contains("two-in-a-year  changed", "-  - { level: AMBER, at: 2 }", "+  - { level: AMBER, at: 3 }");
        Ran same = bench.run("rules", "diff", file("same.yaml", Workbench.RULE));
        assertThat(same.exit()).isEqualTo(Exit.OK);
        assertThat(bench.run("rules", "publish", "--dry-run", file("three.yaml", THREE))
                        .out())
                .contains("1 rule would be published");
        assertThat(bench.run("rules", "list").out()).doesNotContain("2026");
    }

    @Test
    void shouldPublishNothingThatIsWrong() throws Exception {
        bench.run("topics", "create");

        Ran misspelt = bench.run("rules", "publish", file("a.yaml", THREE.replace("window", "windwo")));
        assertThat(misspelt.exit()).isEqualTo(Exit.FAILED);
        assertThat(misspelt.err()).contains("did you mean 'window'?", "the rules in force stay");

        String failing = THREE + """
                tests:
                  - name: fires at the first
                    events:
                      - { recordedAt: 2024-01-10 }
                    alerts:
                      - { level: AMBER, firedAt: 2024-01-10 }
                """;
        Ran untrue = bench.run("rules", "publish", file("b.yaml", failing));
        assertThat(untrue.exit()).isEqualTo(Exit.FAILED);
        assertThat(untrue.err()).contains("the test 'fires at the first' fails");

        assertThat(bench.run("rules", "retire", "no-such-rule").err()).contains("not in force: no-such-rule");
        assertThat(bench.run("rules", "diff", file("same.yaml", Workbench.RULE)).exit())
                .isEqualTo(Exit.OK);
    }

    private String file(String name, String content) throws IOException {
        return bench.file(name, content).toString();
    }
}
