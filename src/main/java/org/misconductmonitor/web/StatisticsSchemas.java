package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Published tables as they are answered. */
final class StatisticsSchemas {
    private StatisticsSchemas() {}

    private static ObjectNode cell() {
        return Schemas.any("A text, a number, or null where there is none.");
    }

    static Map<String, ObjectNode> all() {
        return Map.of(
                "TableList",
                Schemas.object()
                        .with(
                                "items",
                                Schemas.array(
                                        Schemas.object()
                                                .with("id", Schemas.text("Its name in addresses."))
                                                .with("title", Schemas.text("What stands above it."))
                                                .with("counts", Schemas.text("What it counts."))
                                                .with("source", Schemas.text("Who tells the figure, or asks for it."))
                                                .build(),
                                        "In the order in which they are read."))
                        .build(),
                "Table",
                Schemas.object()
                        .with("measure", Schemas.text("What is counted."))
                        .with("groupBy", Schemas.array(Schemas.text(), "What the lines are told apart by."))
                        .with("period", Schemas.text("What the columns are; NONE: there is only the total."))
                        .with("scale", Schemas.text("In what it is told."))
                        .maybe("from", Schemas.time("Of the first thing counted."))
                        .maybe("to", Schemas.time("Before which the last thing counted happened."))
                        .with("asOf", Schemas.time("What was known then."))
                        .with("filters", Schemas.anyObject("Values that count, by dimension."))
                        .with(
                                "columns",
                                Schemas.array(Schemas.text(), "Headings: of the groups, the periods, the total."))
                        .with(
                                "rows",
                                Schemas.array(
                                        Schemas.array(cell()), "For each group: its words, its numbers, its total."))
                        .with("total", Schemas.array(cell(), "Of each period, and of all together."))
                        .with("note", Schemas.text("What must be known to read it."))
                        .build());
    }
}
