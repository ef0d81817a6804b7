package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Texts;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.AuditEntry;
import org.misconductmonitor.topology.AuditLog;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code privacy reviews}: which cases have to be reviewed, and what was decided. */
@Command(
        name = "reviews",
        description = {
            "Lists the decisions whether cases have to be kept; with --due the cases for which one falls due, by the rules"
                    + " of 'privacy retention-rules' or your own. Cases that were withdrawn or restricted are kept, too,"
                    + " and so are among them.",
            "It reads all input topics. The audit topic gets a line for each person before anything is listed.",
            ""
        },
        footer = {"", "Exit codes: 0 done, also when there are none, 1 failed, 2 wrong arguments or configuration."},
        sortOptions = false)
final class PrivacyReviewsCommand implements Callable<Integer> {
    @Option(names = "--due", description = "List what falls due, not what was decided.")
    private boolean due;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "With --due: what falls due until then, such as 2027-01-01T00:00:00Z. Default: now.")
    private Instant until;

    @Option(names = "--tenant", paramLabel = "ID", description = "Only cases of this body.")
    private String tenant;

    @Mixin
    private RetentionRules rules;

    @Option(names = "--by", paramLabel = "ID", description = "Pseudonym of who looks, for the log.")
    private String actor;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    /** A line of the list. */
    private record Row(String tenantId, String officerId, String caseId, Map<String, Object> told) {}

    @Override
    public Integer call() throws IOException {
        if (!due && (until != null || rules.areGiven())) {
            throw new ParameterException(spec.commandLine(), "--until and --rules go with --due");
        }
        MonitorConfig config = connection.load();
        ConfiguredSerdes serdes = ConfiguredSerdes.from(config.passThrough().serdes());
        List<Event> events = EventSource.published(config, spec.commandLine().getErr());
        List<Row> rows = (due ? due(events) : decided(events))
                .stream()
                        .filter(row -> tenant == null || tenant.equals(row.tenantId()))
                        .toList();
        try (AuditLog log = new AuditLog(config.topics().catalog(), ClientProperties.producer(config), serdes)) {
            log.write(consulted(rows));
        }
        print(rows);
        return Exit.OK;
    }

    private List<Row> due(List<Event> events) throws IOException {
        Instant end = until == null ? Instant.now() : until;
        return new DueReviews(events, rules.load(), end)
                .due().stream()
                        .filter(review -> !review.due().isAfter(end))
                        .map(review -> {
                            DueReviews.Case of = review.of();
                            Map<String, Object> told = told(review.due(), of.tenantId(), of.officerId(), of.caseId());
                            told.put("kept", of.kept());
                            told.put("groups", String.join(" ", of.groups()));
                            told.put("since", review.since());
                            told.put("why", review.why());
                            return new Row(of.tenantId(), of.officerId(), of.caseId(), told);
                        })
                        .toList();
    }

    /** Reasons in somebody's own words are for exports. */
    private static List<Row> decided(List<Event> events) {
        return events.stream()
                .filter(event -> event.type() == EventType.RETENTION_REVIEWED)
                .map(event -> {
                    Map<String, Object> told = told(event.at(), event.tenantId(), event.officerId(), event.caseId());
                    told.put("decision", event.text(Field.DECISION));
                    told.put("keepUntil", event.instant(Field.DUE_AT));
                    String reason = event.text(Field.REASON);
                    told.put("reason", reason != null && Texts.isCode(reason) ? reason : null);
                    told.put("by", event.text(Field.HANDLER_ID));
                    told.put("eventId", event.eventId());
                    return new Row(event.tenantId(), event.officerId(), event.caseId(), told);
                })
                .toList();
    }

    private static Map<String, Object> told(Instant at, String tenantId, String officerId, String caseId) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("at", at);
        told.put("tenantId", tenantId);
        told.put("officerId", officerId);
        told.put("caseId", caseId);
        return told;
    }

    private List<AuditEntry> consulted(List<Row> rows) {
        Map<List<String>, Integer> people = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.officerId() != null)
                .forEach(row -> people.merge(List.of(row.tenantId(), row.officerId()), 1, Integer::sum));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<AuditEntry> entries = new ArrayList<>();
        people.forEach((who, cases) -> entries.add(new AuditEntry(
                UUID.randomUUID().toString(),
                AuditEntry.Operation.CONSULTATION,
                now,
                actor,
                who.get(0),
                who.get(1),
                "retention",
                cases,
                null)));
        return entries;
    }

    private void print(List<Row> rows) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(rows.stream().map(Row::told).toList()));
        } else {
            String[] header = due
                    ? new String[] {"DUE", "TENANT", "OFFICER", "CASE", "FACTS", "GROUPS", "SINCE", "WHY"}
                    : new String[] {"AT", "TENANT", "OFFICER", "CASE", "DECISION", "KEEP UNTIL", "REASON", "BY", "EVENT"
                    };
            TextTable table = new TextTable(header);
            rows.forEach(row -> table.row(row.told().values().stream()
                    .map(value -> value == null ? null : value.toString())
                    .toArray(String[]::new)));
            table.print(out);
            out.println(rows.size() + (due ? " to be reviewed" : " decisions"));
        }
        out.flush();
    }
}
