package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.misconductmonitor.statistics.Dimension;
import org.misconductmonitor.statistics.Measure;
import org.misconductmonitor.statistics.Period;
import org.misconductmonitor.statistics.Scale;

/** What published tables look like. */
final class StatisticsSchemas {
    private StatisticsSchemas() {}

    static Map<String, ObjectNode> all() {
        return Map.of(
                "StatisticsList",
                Schemas.object()
                        .with("items", Schemas.array(heading().build(), "In the order in which they are read."))
                        .with("filters", Schemas.array(Schemas.text(), "Names that `where` takes."))
                        .build(),
                "Statistics",
                heading().with("table", Schemas.ref("StatisticsTable")).build(),
                "StatisticsTable",
                table());
    }

    private static Schemas.Fields heading() {
        return Schemas.object()
                .with("id", Schemas.text("Identity of the table."))
                .with("title", Schemas.text("What stands above it."))
                .with("counts", Schemas.text("What it counts, in plain words."))
                .with("source", Schemas.text("The report or answer that tells the figure, or asks for it."));
    }

    private static ObjectNode table() {
        ObjectNode cell = Schemas.anyOf(
                "A number, null where there is none, or * where it is withheld.", "number", "string", "null");
        return Schemas.object()
                .with("measure", Schemas.oneOf(names(Measure.values(), Measure::jsonName)))
                .with(
                        "groupBy",
                        Schemas.array(
                                Schemas.oneOf(names(Dimension.values(), Dimension::jsonName)), "What the lines are."))
                .with("period", Schemas.oneOf(names(Period.values(), Period::name)))
                .with("scale", Schemas.oneOf(names(Scale.values(), Scale::name)))
                .maybe("from", Schemas.time("Business time of the first thing counted."))
                .maybe("to", Schemas.time("Everything counted happened before."))
                .with("asOf", Schemas.time("What was known then, that time included."))
                .with("filters", Schemas.anyObject("By dimension, the values that count."))
                .with("columns", Schemas.array(Schemas.text(), "The dimensions, the periods and the total."))
                .with(
                        "rows",
                        Schemas.array(
                                Schemas.array(cell.deepCopy()),
                                "One for each group: a word for each dimension, a number for each period, the total."))
                .with("total", Schemas.array(cell, "A number for each period, and for all of them."))
                .with("note", Schemas.text("What is counted and what is not."))
                .build();
    }

    private static <T> List<String> names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).toList();
    }
}
