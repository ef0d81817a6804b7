package org.misconductmonitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.misconductmonitor.statistics.Catalogue;
import org.misconductmonitor.statistics.PublishedTable;
import org.misconductmonitor.statistics.Table;
import org.misconductmonitor.statistics.TableCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report all}: every table, as files and as one page. */
@Command(
        name = "all",
        description = {
            "Writes every table as CSV, and one page with all of them and charts, index.html, that needs no network.",
            "Files that are there already are written over."
        },
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong arguments."},
        sortOptions = false)
final class ReportAllCommand implements Callable<Integer> {
    @Mixin
    private ReportOptions options;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; made if need be.")
    private Path directory;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ReportOptions.Answers answers = options.read(spec.commandLine().getErr());
        List<PublishedTable> tables = Catalogue.tables();
        Files.createDirectories(directory);
        ReportPage page = new ReportPage("Misconduct statistics", options.describeSource(), answers.asOf());
        page.contents(tables);
        for (PublishedTable published : tables) {
            Table table = answers.answer(published);
            Files.writeString(directory.resolve(published.id() + ".csv"), TableCsv.write(table));
            page.add(published, table);
        }
        Files.writeString(directory.resolve("index.html"), page.end());
        spec.commandLine().getOut().printf("%d tables and index.html in %s%n", tables.size(), directory);
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
