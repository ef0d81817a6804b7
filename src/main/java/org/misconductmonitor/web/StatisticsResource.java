package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.misconductmonitor.query.Statistics;
import org.misconductmonitor.statistics.Catalogue;
import org.misconductmonitor.statistics.Period;
import org.misconductmonitor.statistics.PublishedTable;
import org.misconductmonitor.statistics.Query;
import org.misconductmonitor.statistics.QueryException;
import org.misconductmonitor.statistics.Table;
import org.misconductmonitor.statistics.TableCsv;
import org.misconductmonitor.statistics.TableJson;

/** The published tables, as of any date. */
final class StatisticsResource implements Resource {
    private static final String TAG = "statistics";
    private static final String AS_PUBLISHED = "published";

    private final Statistics statistics;
    private final Clock clock;
    private final Param<String> tableId = Params.id("tableId", "Id of the table.");
    private final Param<Instant> asOf =
            Params.time("asOf", "What was known then, inclusive: corrections made later are left out. Absent: now.");
    private final Param<Optional<Period>> by = Params.choice(
            "by",
            "The columns, calendar periods in UTC. " + AS_PUBLISHED + ": as the table has them.",
            List.of(AS_PUBLISHED, "year", "quarter", "month"),
            word -> word.equals(AS_PUBLISHED)
                    ? Optional.empty()
                    : Optional.of(Period.valueOf(word.toUpperCase(Locale.ROOT))),
            AS_PUBLISHED);

    StatisticsResource(Statistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/statistics", "listTables")
                        .about(TAG, "List the published tables", "In the order in which they are read.")
                        .json(Schemas.ref("TableList"), request -> list()),
                Operation.get("/api/v1/statistics/{tableId}", "getTable")
                        .about(
                                TAG,
                                "Get a published table",
                                "Counted anew from every fact. Cases, allegations and officer-allegations are three"
                                        + " counts that are never mixed.")
                        .takes(tableId, asOf, by)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("Table"), request -> Reply.json(TableJson.write(table(request)))),
                Operation.get("/api/v1/statistics/{tableId}/csv", "getTableAsCsv")
                        .about(TAG, "Get a published table for spreadsheets", "RFC 4180, the totals last.")
                        .takes(tableId, asOf, by)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .text(
                                "text/csv; charset=utf-8",
                                request -> Reply.of(200, "text/csv; charset=utf-8", TableCsv.write(table(request)))));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return StatisticsSchemas.all();
    }

    private static Reply list() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        Catalogue.tables().forEach(table -> items.addObject()
                .put("id", table.id())
                .put("title", table.title())
                .put("counts", table.counts())
                .put("source", table.source()));
        return Reply.json(json);
    }

    private Table table(Request request) {
        PublishedTable published = Catalogue.named(request.get(tableId))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "there is no such table; /api/v1/statistics lists those there are"));
        Instant time = request.get(asOf) == null ? clock.instant() : request.get(asOf);
        Query query = published.query(time);
        try {
            return statistics.answer(request.get(by).map(query::per).orElse(query));
        } catch (QueryException e) {
            throw ProblemException.parameters(List.of(new ProblemException.Error("by", e.getMessage())));
        }
    }
}
