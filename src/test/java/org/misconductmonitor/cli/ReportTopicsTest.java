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
class ReportTopicsTest {
    private static final String EVENTS = Workbench.recorded(1, "O1", "2019-01-01")
            + Workbench.recorded(2, "O1", "2020-02-01")
            + Workbench.recorded(3, "O2", "2020-03-01")
            + "{\"eventType\":\"WITHDRAWN\",\"eventId\":\"E5\",\"tenantId\":\"t\",\"caseId\":\"C2\",\"allegationId\":\"A2\","
            + "\"officerId\":\"O1\",\"at\":\"2021-03-01T09:00:00Z\"}\n"
            + "{\"eventType\":\"HOTLINE_REPORT\",\"eventId\":\"E6\",\"tenantId\":\"t\",\"reportId\":\"R1\","
            + "\"channel\":\"PUBLIC\",\"at\":\"2021-03-01T09:00:00Z\"}\n";

    @TempDir
    private Path directory;

    @Test
    void shouldCountWhatLiesInTheTopics(EmbeddedPlatform platform) throws Exception {
        Workbench bench = new Workbench(platform, directory);
        bench.run("topics", "create");
        bench.run("import", bench.file("events.jsonl", EVENTS).toString());

        Ran before = bench.run(
                "report", "cases", "--against", "topics", "--format", "csv", "--as-of", "2021-02-28T00:00:00Z");
        Ran after = bench.run("report", "cases", "--against", "topics", "--format", "csv");
        Ran reports = bench.run("report", "hotline", "--against", "topics", "--format", "csv");

        assertThat(before.out()).as(before.err()).isEqualTo("2019,2020,total\r\n1,2,3\r\n");
        assertThat(after.out()).isEqualTo("2019,2020,total\r\n1,1,2\r\n");
        assertThat(reports.out()).isEqualTo("channel,2021-W09,total\r\nPUBLIC,1,1\r\ntotal,1,1\r\n");
    }
}
