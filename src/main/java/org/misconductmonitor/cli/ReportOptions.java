package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.statistics.Dimension;
import org.misconductmonitor.statistics.Filters;
import org.misconductmonitor.statistics.Period;
import org.misconductmonitor.statistics.PublishedTable;
import org.misconductmonitor.statistics.Query;
import org.misconductmonitor.statistics.QueryException;
import org.misconductmonitor.statistics.StatisticsLedger;
import org.misconductmonitor.statistics.Table;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every report is made from, and how: {@code @Mixin ReportOptions}. */
final class ReportOptions {
    private static final List<Dimension> NAMES = List.of(Dimension.values());

    @Mixin
    private EventSource source;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description =
                    "Tell what was known then; such as 2023-04-06T00:00:00Z. Default: the time of the last event.")
    private Instant asOf;

    @Option(
            names = "--by",
            paramLabel = "PERIOD",
            description = "Columns: ${COMPLETION-CANDIDATES}. Default: as the table is published.")
    private Period by;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Count only what happened then or later, such as 2020-01-01T00:00:00Z.")
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "Count only what happened before; what lasts is looked at then.")
    private Instant to;

    @Option(
            names = "--where",
            paramLabel = "NAME=VALUE",
            description = "Count only what has this value, such as tenantId=north or outcome=OPEN. Can be repeated: of"
                    + " several with one name, one must hold.")
    private List<String> where = new ArrayList<>();

    @Option(
            names = "--suppress",
            description = "Withhold numbers from 1 to 4, and those from which they would follow: for publication.")
    private boolean suppress;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** What has been read, to answer tables from. */
    final class Answers {
        private final StatisticsLedger ledger;
        private final Instant time;
        private final Map<Dimension, Set<String>> filters;

        private Answers(StatisticsLedger ledger, Instant time, Map<Dimension, Set<String>> filters) {
            this.ledger = ledger;
            this.filters = filters;
            this.time = time;
        }

        /** @throws org.misconductmonitor.statistics.QueryException if it would be too large */
        Table answer(PublishedTable published) {
            Query query = published.query(time).between(from, to).narrowed(filters);
            Table table = ledger.answer(by == null ? query : query.per(by));
            return suppress ? table.withheldBelow(Table.FIRST_SHOWN) : table;
        }

        Instant asOf() {
            return time;
        }
    }

    /** Where it comes from, for people. */
    String describeSource() {
        return source.describe();
    }

    /** @param err where bad lines are told */
    Answers read(PrintWriter err) throws IOException {
        Map<Dimension, Set<String>> filters = filters();
        List<Event> events = source.read(err);
        StatisticsLedger ledger = new StatisticsLedger();
        Instant newest = Instant.EPOCH;
        for (Event event : events) {
            ledger.accept(event);
            newest = event.at().isAfter(newest) ? event.at() : newest;
        }
        err.flush();
        return new Answers(ledger, asOf == null ? newest : asOf, filters);
    }

    private Map<Dimension, Set<String>> filters() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new ParameterException(spec.commandLine(), "--to must be later than --from");
        }
        where.forEach(this::check);
        return Filters.read(where, '=', NAMES);
    }

    private void check(String filter) {
        try {
            Filters.read(List.of(filter), '=', NAMES);
        } catch (QueryException e) {
            throw new ParameterException(spec.commandLine(), "--where " + filter + " must be " + e.getMessage(), e);
        }
    }
}
