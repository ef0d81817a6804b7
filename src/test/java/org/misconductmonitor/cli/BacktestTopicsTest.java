package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Workbench.Ran;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

@ExtendWith(SharedPlatform.class)
class BacktestTopicsTest {
    private static final String EVENTS = Workbench.recorded(1, "O1", "2020-01-01")
            + Workbench.recorded(2, "O1", "2020-02-01")
            + "{\"eventType\":\"LEFT\",\"eventId\":\"E3\",\"tenantId\":\"t\",\"officerId\":\"O1\",\"reason\":\"RESIGNED\","
            + "\"at\":\"2020-02-11T09:00:00Z\"}\n"
            + Workbench.recorded(4, "O2", "2021-01-01");

    @Test
    void shouldSayOfTopicsWhatItSaysOfTheFileTheyWereFilledFrom(EmbeddedPlatform platform, @TempDir Path directory)
            throws Exception {
        Workbench bench = new Workbench(platform, directory);
        String rule = bench.file("tried.yaml", Workbench.RULE).toString();
        String file = bench.file("events.jsonl", EVENTS).toString();

        Ran missing = bench.run("rules", "backtest", "--against", "topics", "--rules", rule);
        assertThat(missing.exit()).isEqualTo(Exit.FAILED);
        assertThat(missing.err()).contains("there is no topic").contains("topics create");

        bench.run("topics", "create");
        bench.run("import", file);
        Ran topics = bench.run("rules", "backtest", "--against", "topics", "--rules", rule, "--json");
        Ran files = bench.run("rules", "backtest", "--against", file, "--rules", rule, "--json");

        assertThat(topics.exit()).as(topics.err()).isEqualTo(Exit.OK);
        assertThat(topics.out()).isEqualTo(files.out()).contains("\"alerts\" : 1");
    }
}
