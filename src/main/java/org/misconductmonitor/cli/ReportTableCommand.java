package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.misconductmonitor.statistics.PublishedTable;
import org.misconductmonitor.statistics.Table;
import org.misconductmonitor.statistics.TableCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report TABLE}: one published table. */
@Command(
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong arguments."},
        sortOptions = false)
final class ReportTableCommand implements Callable<Integer> {
    /** How a table is written. */
    enum Format {
        TABLE,
        CSV,
        JSON,
        HTML
    }

    private final PublishedTable published;

    @Mixin
    private ReportOptions options;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TABLE",
            description = "How to write it: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it. Default: standard output.")
    private Path file;

    @Spec
    private CommandSpec spec;

    ReportTableCommand(PublishedTable published) {
        this.published = published;
    }

    @Override
    public Integer call() throws IOException {
        ReportOptions.Answers answers = options.read(spec.commandLine().getErr());
        Table table = answers.answer(published);
        String written =
                switch (format) {
                    case TABLE -> ReportText.write(published, table);
                    case CSV -> TableCsv.write(table);
                    case JSON -> ReportText.json(published, table);
                    case HTML -> {
                        ReportPage page = new ReportPage(published.title(), options.describeSource(), answers.asOf());
                        yield page.add(published, table).end();
                    }
                };
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(written);
            out.flush();
        } else {
            Files.writeString(file, written);
        }
        return Exit.OK;
    }
}
