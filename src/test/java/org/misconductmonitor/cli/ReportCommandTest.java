package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Workbench.Ran;
import org.misconductmonitor.statistics.Catalogue;
import org.xml.sax.InputSource;

class ReportCommandTest {
    private static final String GOLDEN = "src/main/resources/golden/golden.jsonl.gz";
    private static final String TENANT = "tenantId=seed-002";

    @TempDir
    private Path directory;

    @Test
    void shouldListAllTables() {
        Ran list = Workbench.plain("report", "list");

        assertThat(list.exit()).isEqualTo(Exit.OK);
        assertThat(list.out()).hasLineCount(1 + Catalogue.tables().size()).contains("backlog", "Open cases");
        assertThat(Workbench.plain("report", "list", "--json").out())
                .contains("\"id\" : \"backlog\"", "\"measure\" : \"openCases\"");
    }

    @Test
    void shouldWriteOneTableInEveryFormat() {
        assertThat(discipline().out())
                .startsWith("Officer-allegations by year and discipline")
                .contains("discipline", "2006", "FORMAL_ACTION_DISMISSED")
                .containsPattern("total +9 +10 +4 +4 +6 +4 +6 +19 +1 +63");
        assertThat(discipline("--format", "csv").out())
                .startsWith("discipline,2006,2007,2008,2009,2010,2011,2012,2013,2014,total\r\n")
                .contains("FORMAL_ACTION_DISMISSED,0,0,0,1,1,2,3,0,0,7\r\n");
        assertThat(discipline("--format", "json").out())
                .contains("\"id\" : \"discipline\"", "\"asOf\" : \"2014-03-01T23:59:59Z\"");
        assertThat(discipline("--format", "html").out())
                .startsWith("<!DOCTYPE html>")
                .contains("<svg", "2013: 19");
    }

    @Test
    void shouldCountByOtherPeriodsAndOnlyWhatWasKnown() {
        String early = Workbench.plain(
                        "report",
                        "cases",
                        "--against",
                        GOLDEN,
                        "--where",
                        TENANT,
                        "--by",
                        "quarter",
                        "--format",
                        "csv",
                        "--as-of",
                        "2006-12-31T00:00:00Z")
                .out();

        assertThat(early).startsWith("2006-Q1,2006-Q2").endsWith(",7\r\n");
    }

    @Test
    void shouldWithholdSmallNumbers() {
        assertThat(discipline("--suppress", "--format", "csv").out())
                .contains("FORMAL_ACTION_DISMISSED,0,0,0,*,*,*,*,0,0,")
                .contains("WORDS_OF_ADVICE,*,");
    }

    @Test
    void shouldWriteAllTablesAndOnePageThatIsWellFormed() throws Exception {
        Path out = directory.resolve("made/report");

        Ran all = Workbench.plain("report", "all", "--against", GOLDEN, "--out", out.toString());

        assertThat(all.exit()).as(all.err()).isEqualTo(Exit.OK);
        for (var table : Catalogue.tables()) {
            assertThat(out.resolve(table.id() + ".csv")).isNotEmptyFile();
        }
        String page = Files.readString(out.resolve("index.html"));
        assertThat(page).contains("id=\"hotline\"", "prefers-color-scheme").doesNotContain("http://", "<script");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.substring("<!DOCTYPE html>\n".length()))));
    }

    @Test
    void shouldKeepWordsOfPublishersFromBecomingMarkup() throws IOException {
        Path events = Files.writeString(
                directory.resolve("events.jsonl"),
                Workbench.recorded(1, "O1", "2020-01-01").replace("\"category\"", "\"group\":\"<b>&\",\"category\""));

        Ran page = Workbench.plain("report", "allegations", "--against", events.toString(), "--format", "html");

        assertThat(page.out()).contains("&lt;b&gt;&amp;").doesNotContain("<b>");
    }

    @Test
    void shouldSayWhatIsWrong() throws IOException {
        Ran name = Workbench.plain("report", "cases", "--against", GOLDEN, "--where", "colour=red");
        assertThat(name.exit()).isEqualTo(Exit.USAGE);
        assertThat(name.err()).contains("colour", "tenantId");

        assertThat(Workbench.plain("report").err()).contains("report list");
        assertThat(Workbench.plain("report", "nothing", "--against", GOLDEN).exit())
                .isEqualTo(Exit.USAGE);

        Path events = Files.writeString(
                directory.resolve("events.jsonl"),
                Workbench.recorded(1, "O1", "1901-01-01") + Workbench.recorded(2, "O1", "2020-01-01"));
        Ran wide = Workbench.plain("report", "cases", "--against", events.toString(), "--by", "week");
        assertThat(wide.exit()).isEqualTo(Exit.FAILED);
        assertThat(wide.err()).contains("choose a longer period");
    }

    private static Ran discipline(String... more) {
        String[] given = {
            "report", "discipline", "--against", GOLDEN, "--where", TENANT, "--as-of", "2014-03-01T23:59:59Z"
        };
        String[] all = Arrays.copyOf(given, given.length + more.length);
        System.arraycopy(more, 0, all, given.length, more.length);
        return Workbench.plain(all);
    }
}
