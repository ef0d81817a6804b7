package org.misconductmonitor.statistics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/** Tables as JSON: numbers as numbers, null where there is none, {@code "*"} where one is withheld. */
public final class TableJson {
    private TableJson() {}

    /** The table with its name and where it comes from. */
    public static ObjectNode write(PublishedTable published, Table table) {
        ObjectNode json = heading(published);
        json.set("table", write(table));
        return json;
    }

    /** Name, title, what it counts and who asks for it. */
    public static ObjectNode heading(PublishedTable published) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", published.id());
        json.put("title", published.title());
        json.put("counts", published.counts());
        json.put("source", published.source());
        return json;
    }

    public static ObjectNode write(Table table) {
        Query query = table.query();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("measure", query.measure().jsonName());
        ArrayNode groupBy = json.putArray("groupBy");
        query.groupBy().forEach(dimension -> groupBy.add(dimension.jsonName()));
        json.put("period", query.period().name());
        json.put("scale", query.scale().name());
        put(json, "from", query.from());
        put(json, "to", query.to());
        put(json, "asOf", query.asOf());
        ObjectNode filters = json.putObject("filters");
        query.filters().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(filter -> {
            ArrayNode values = filters.putArray(filter.getKey().jsonName());
            filter.getValue().stream().sorted().forEach(values::add);
        });
        ArrayNode columns = json.putArray("columns");
        table.columns().forEach(columns::add);
        ArrayNode rows = json.putArray("rows");
        table.lines().forEach(line -> {
            ArrayNode row = rows.addArray();
            line.group().forEach(row::add);
            cells(line, row);
        });
        cells(table.total(), json.putArray("total"));
        json.put("note", table.note());
        return json;
    }

    private static void cells(Line line, ArrayNode row) {
        line.cells().forEach(cell -> add(row, cell));
        add(row, line.total());
    }

    private static void add(ArrayNode row, Cell cell) {
        if (cell.withheld()) {
            row.add(cell.text());
        } else if (cell.value() == null) {
            row.addNull();
        } else if (cell.isWhole()) {
            row.add(cell.value().longValue());
        } else {
            row.add(cell.value());
        }
    }

    private static void put(ObjectNode json, String name, Instant time) {
        if (time != null) {
            json.put(name, time.toString());
        }
    }
}
