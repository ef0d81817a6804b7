package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.AuditBook;
import org.misconductmonitor.topology.AuditEntry;
import org.misconductmonitor.topology.AuditFilter;
import org.misconductmonitor.topology.AuditLog;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit list}: who looked at, was sent, or changed what. */
@Command(
        name = "list",
        description = {
            "Lists the log of operations, the latest first: ids and counts, never content. It reads the topic itself,"
                    + " which is for auditors alone ('topics acls --role auditor'), and writes there that it was read,"
                    + " before it prints anything.",
            ""
        },
        footer = {"", "Exit codes: 0 done, also when there are none, 1 failed, 2 wrong arguments."},
        sortOptions = false)
final class AuditListCommand implements Callable<Integer> {
    private enum Column {
        AT(AuditEntry::at),
        OPERATION(AuditEntry::operation),
        ACTOR(AuditEntry::actor),
        RECIPIENT(AuditEntry::recipient),
        TENANT(AuditEntry::tenantId),
        OFFICER(AuditEntry::officerId),
        RESOURCE(AuditEntry::resource),
        ID(AuditEntry::resourceId),
        RECORDS(AuditEntry::records),
        REQUEST(AuditEntry::request),
        OUTCOME(AuditEntry::outcome),
        JUSTIFICATION(AuditEntry::justification);

        private final Function<AuditEntry, Object> value;

        Column(Function<AuditEntry, Object> value) {
            this.value = value;
        }

        String of(AuditEntry entry) {
            return Objects.toString(value.apply(entry), "");
        }
    }

    @Option(names = "--officer", paramLabel = "ID", description = "Only about these officers.")
    private Set<String> officers = Set.of();

    @Option(names = "--caller", paramLabel = "NAME", description = "Only what these did, or were sent.")
    private Set<String> callers = Set.of();

    @Option(names = "--operation", paramLabel = "NAME", description = "Only these of ${COMPLETION-CANDIDATES}.")
    private Set<AuditEntry.Operation> operations = Set.of();

    @Option(names = "--from", paramLabel = "TIME", description = "At this time or later, such as 2026-03-01T00:00:00Z.")
    private Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before this time.")
    private Instant to;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many at most, the latest. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--by", paramLabel = "NAME", description = "Who looks, for the log. Default: ${DEFAULT-VALUE}.")
    private String actor = System.getProperty("user.name");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--csv", description = "Print CSV.")
    private boolean csv;

    /** Whether there are, or may be, more than were listed. */
    private boolean older;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ArgumentTypes.requireAtLeast(1, "--limit", limit, spec.commandLine());
        MonitorConfig config = connection.load();
        ConfiguredSerdes serdes = ConfiguredSerdes.from(config.passThrough().serdes());
        AuditFilter filter = new AuditFilter(officers, callers, operations, from, to, tenant -> true);
        List<AuditEntry> entries;
        try (AuditBook book =
                new AuditBook(config.topics().catalog(), ClientProperties.consumer(config), serdes.deserializer())) {
            entries = read(book, filter);
        }
        try (AuditLog log = new AuditLog(config.topics().catalog(), ClientProperties.producer(config), serdes)) {
            log.write(consulted(entries.size()));
        }
        print(entries);
        return Exit.OK;
    }

    private List<AuditEntry> read(AuditBook book, AuditFilter filter) {
        List<AuditEntry> entries = new ArrayList<>();
        AuditBook.Place place = null;
        do {
            AuditBook.Page page = book.latest(filter, place, limit - entries.size());
            entries.addAll(page.entries());
            place = page.next();
        } while (place != null && entries.size() < limit);
        older = place != null;
        return entries;
    }

    private AuditEntry consulted(int entries) {
        return new AuditEntry(
                UUID.randomUUID().toString(),
                AuditEntry.Operation.CONSULTATION,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                actor,
                AuditEntry.UNKNOWN_TENANT,
                officers.size() == 1 ? officers.iterator().next() : null,
                "audit",
                entries,
                null);
    }

    private void print(List<AuditEntry> entries) {
        PrintWriter out = spec.commandLine().getOut();
        List<Column> columns = Arrays.asList(Column.values());
        if (json) {
            out.println(JsonOutput.of(entries));
        } else if (csv) {
            out.println(columns.stream().map(Column::name).collect(Collectors.joining(",")));
            entries.forEach(entry -> out.println(
                    columns.stream().map(column -> cell(column.of(entry))).collect(Collectors.joining(","))));
        } else {
            TextTable table = new TextTable(columns.stream().map(Column::name).toArray(String[]::new));
            entries.forEach(entry ->
                    table.row(columns.stream().map(column -> column.of(entry)).toArray(String[]::new)));
            table.print(out);
            out.printf("%,d entries%s%n", entries.size(), older ? ", the latest; --limit or --to tell more" : "");
        }
        out.flush();
    }

    /** Quoted, and never begun with a sign that a spreadsheet would take for a formula. */
    private static String cell(String value) {
        String safe = !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
