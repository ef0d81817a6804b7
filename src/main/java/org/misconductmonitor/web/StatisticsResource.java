package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.query.Statistics;
import org.misconductmonitor.statistics.Catalogue;
import org.misconductmonitor.statistics.Dimension;
import org.misconductmonitor.statistics.Filters;
import org.misconductmonitor.statistics.Period;
import org.misconductmonitor.statistics.PublishedTable;
import org.misconductmonitor.statistics.Query;
import org.misconductmonitor.statistics.QueryException;
import org.misconductmonitor.statistics.Table;
import org.misconductmonitor.statistics.TableCsv;
import org.misconductmonitor.statistics.TableJson;

/** Published tables: the list, and one as of any date. */
final class StatisticsResource implements Resource {
    private static final String TAG = "statistics";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final List<String> IDS =
            Catalogue.tables().stream().map(PublishedTable::id).toList();

    /** People and cases are not looked for here: that needs another permission, and is written down. */
    private static final List<Dimension> NAMES = Arrays.stream(Dimension.values())
            .filter(dimension -> !dimension.isPersonal())
            .toList();

    private final Statistics statistics;
    private final Param<String> tableId =
            Params.knownId("tableId", "Identity of the table, as the list of tables has it.", IDS);
    private final Param<Instant> asOf = Params.time(
            "asOf",
            "Tell what was known then, that time included. Absent: as of the time of the latest fact, or where many facts"
                    + " have to be looked at, of one up to a minute ago; the answer says which.");
    private final Param<Period> by = Params.choice(
            "by",
            "Columns: calendar periods, UTC. Absent: as the table is published.",
            List.of("year", "quarter", "month", "week"),
            word -> Period.valueOf(word.toUpperCase(Locale.ROOT)),
            null);
    private final Param<Instant> from = Params.time("from", "Count only what happened then or later.");
    private final Param<Instant> to =
            Params.time("to", "Count only what happened before; of what lasts, tell how it was then.");
    private final Param<Map<Dimension, Set<String>>> where = Params.texts(
            "where",
            "Count only what has this value, as name:value, such as force:north or outcome:OPEN. May be given several"
                    + " times: of several with one name, one must hold.",
            texts -> Filters.read(texts, ':', NAMES),
            Map.of());
    private final Param<Boolean> suppress = Params.flag(
            "suppress",
            "true: withhold numbers from 1 to 4, and those from which they would follow, for publication; false, or"
                    + " absent: tell all to those who may see small numbers.");
    private final Param<String> format =
            Params.choice("format", "How the table is written.", List.of("json", "csv"), word -> word, "json");

    StatisticsResource(Statistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/statistics", "listStatistics")
                        .needs(Permission.READ_STATISTICS)
                        .about(TAG, "List the published tables", "What each counts, and who tells or asks for it.")
                        .json(Schemas.ref("StatisticsList"), request -> list()),
                Operation.get("/api/v1/statistics/{tableId}", "getStatistics")
                        .needs(Permission.READ_STATISTICS)
                        .about(
                                TAG,
                                "Get a published table",
                                "Cases, allegations and officer-allegations are three counts and are never mixed. A"
                                        + " table as of a date is what was known then: later withdrawals, decisions and"
                                        + " reassignments change later tables, not earlier ones. Covert facts count only"
                                        + " for those who may read them.")
                        .takes(tableId, asOf, by, from, to, where, suppress, format)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .alsoAnswers("text/csv")
                        .json(Schemas.ref("Statistics"), this::table));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return StatisticsSchemas.all();
    }

    private static Reply list() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        Catalogue.tables().forEach(table -> items.add(TableJson.heading(table)));
        ArrayNode names = json.putArray("filters");
        NAMES.forEach(dimension -> names.add(dimension.jsonName()));
        return Reply.json(json);
    }

    private Reply table(Request request) {
        PublishedTable published = Catalogue.named(request.get(tableId))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "there is no such table; there are " + String.join(", ", IDS)));
        Query question = within(request.caller().reach(), question(request, published));
        Table table = answer(question, request.get(asOf), request.caller().may(Permission.READ_COVERT));
        if (Boolean.TRUE.equals(request.get(suppress)) || !request.caller().may(Permission.READ_SMALL_NUMBERS)) {
            table = table.withheldBelow(Table.FIRST_SHOWN);
        }
        return request.get(format).equals("csv")
                ? Reply.of(200, CSV, TableCsv.write(table))
                        .with(Map.of("Content-Disposition", "attachment; filename=" + published.id() + ".csv"))
                : Reply.json(TableJson.write(published, table));
    }

    private static Query within(Reach reach, Query question) {
        Map<Dimension, Set<String>> limits = new EnumMap<>(Dimension.class);
        if (!reach.tenants().all()) {
            limits.put(Dimension.TENANT, reach.tenants().ids());
        }
        if (!reach.forces().all()) {
            limits.put(Dimension.FORCE, reach.forces().ids());
        }
        return question.narrowed(limits);
    }

    private Query question(Request request, PublishedTable published) {
        Instant start = request.get(from);
        Instant end = request.get(to);
        if (start != null && end != null && !start.isBefore(end)) {
            throw ProblemException.parameters(
                    List.of(new ProblemException.Error(to.name(), "to must be later than from")));
        }
        boolean whole = start == null && end == null && request.get(where).isEmpty();
        if (!whole && !request.caller().may(Permission.READ_SMALL_NUMBERS)) {
            // The difference of two tables that hardly differ is a small number.
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "from, to and where are for those who may see small numbers");
        }
        Query question = published.question().between(start, end).narrowed(request.get(where));
        return request.get(by) == null ? question : question.per(request.get(by));
    }

    private Table answer(Query question, Instant time, boolean withCovert) {
        try {
            return statistics.answer(question, time, withCovert);
        } catch (QueryException e) {
            throw ProblemException.parameters(List.of(new ProblemException.Error(by.name(), e.getMessage())));
        }
    }
}
