package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void shouldAlignColumnsAndKeepTheTerminalInOrder() {
        StringWriter text = new StringWriter();
        TextTable table = new TextTable("A", "B");
        table.row("wide cell", null);
        table.row("\u001b[31mred", "x");

        table.print(new PrintWriter(text, true));

        assertThat(text.toString().lines()).containsExactly("A          B", "wide cell  -", "\ufffd[31mred   x");
    }
}
