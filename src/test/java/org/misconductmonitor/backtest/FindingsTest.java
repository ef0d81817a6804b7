package org.misconductmonitor.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.input.CsvTable;

class FindingsTest {
    @TempDir
    private Path folder;

    private CsvTable table(String text) throws IOException {
        return CsvTable.read(Files.writeString(folder.resolve("findings.csv"), text));
    }

    @Test
    void shouldKnowTheUsualWords() {
        Findings findings = Findings.standard();

        assertThat(findings.of("UPHELD")).isEqualTo(CaseOutcome.SUSTAINED);
        assertThat(findings.of("NO_AFFIDAVIT")).isEqualTo(CaseOutcome.NO_FINDING);
        assertThat(findings.of("A_NEW_WORD")).isEqualTo(CaseOutcome.OTHER);
        assertThat(findings.of((String) null)).isEqualTo(CaseOutcome.OPEN);
    }

    @Test
    void shouldTakeTheWordsOfAFile() throws IOException {
        assertThat(Findings.of(table("finding,outcome\n\"fond\u00e9, grave\",sustained\n"))
                        .of("fond\u00e9, grave"))
                .isEqualTo(CaseOutcome.SUSTAINED);
    }

    @Test
    void shouldSayWhatIsWrongWithAFile() {
        assertThatThrownBy(() -> Findings.of(table("finding,outcome\nX,OPEN\n")))
                .hasMessageContaining("findings.csv:2: 'OPEN' is no outcome; write one of SUSTAINED, NOT_SUSTAINED");
        assertThatThrownBy(() -> Findings.of(table("a,b\n")))
                .hasMessageContaining("findings.csv:1: the first line must be: finding,outcome");
        assertThatThrownBy(() -> table("finding,outcome\nX\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("it has 1 cells, the header has 2");
        assertThatThrownBy(() -> table("")).hasMessageContaining("is empty");
    }
}
