package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.misconductmonitor.statistics.Catalogue;
import org.misconductmonitor.statistics.PublishedTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report list}: which tables there are. */
@Command(
        name = "list",
        description = "Lists the tables that can be made, with what each counts.",
        footer = {"", "Exit codes: 0 done, 2 wrong arguments."})
final class ReportListCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print them as a JSON array.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            List<Map<String, String>> tables =
                    Catalogue.tables().stream().map(ReportListCommand::fields).toList();
            out.println(JsonOutput.of(tables));
        } else {
            TextTable rows = new TextTable("TABLE", "TITLE", "COUNTS");
            Catalogue.tables().forEach(table -> rows.row(table.id(), table.title(), table.counts()));
            rows.print(out);
        }
        out.flush();
        return Exit.OK;
    }

    private static Map<String, String> fields(PublishedTable table) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", table.id());
        fields.put("title", table.title());
        fields.put("counts", table.counts());
        fields.put("source", table.source());
        fields.put("measure", table.question().measure().jsonName());
        fields.put("period", table.question().period().name());
        return fields;
    }
}
