package org.misconductmonitor.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells counts as rates. */
final class Scaling {
    private static final Set<Dimension> OF_WORKFORCE = EnumSet.of(Dimension.TENANT, Dimension.FORCE, Dimension.UNIT);

    private Scaling() {}

    /** @throws QueryException if the measure is no count */
    static Table of(Table counts, Snapshot snapshot, Columns columns) {
        if (!counts.query().measure().counting().isWhole()) {
            throw new QueryException(
                    counts.query().measure().jsonName() + " is no count: it can only be told as it is");
        }
        return counts.query().scale() == Scale.PERCENT_OF_TOTAL
                ? percent(counts)
                : perThousand(counts, snapshot, columns);
    }

    private static Table percent(Table counts) {
        List<Line> lines = counts.lines().stream()
                .map(line -> scaled(line, counts.total(), Scale.PERCENT_OF_TOTAL))
                .toList();
        return new Table(
                counts.query(),
                counts.periods(),
                lines,
                scaled(counts.total(), counts.total(), Scale.PERCENT_OF_TOTAL),
                counts.note());
    }

    private static Table perThousand(Table counts, Snapshot snapshot, Columns columns) {
        Query query = counts.query();
        List<Dimension> shared =
                query.groupBy().stream().filter(OF_WORKFORCE::contains).toList();
        Table employed = new Tabulation(employed(query, shared), snapshot).table(columns);
        List<Line> lines = counts.lines().stream()
                .map(line -> scaled(
                        line,
                        shared.isEmpty()
                                ? employed.total()
                                : employed.line(key(line, query, shared).toArray(String[]::new)),
                        query.scale()))
                .toList();
        return new Table(
                query, counts.periods(), lines, scaled(counts.total(), employed.total(), query.scale()), counts.note());
    }

    private static Query employed(Query query, List<Dimension> shared) {
        Map<Dimension, Set<String>> filters = new EnumMap<>(Dimension.class);
        filters.putAll(query.filters());
        filters.keySet().retainAll(OF_WORKFORCE);
        return new Query(
                query.scale() == Scale.PER_THOUSAND_OFFICERS ? Measure.WORKFORCE_OFFICERS : Measure.WORKFORCE,
                shared,
                query.period(),
                null,
                query.to(),
                query.asOf(),
                filters,
                Scale.COUNT);
    }

    private static List<String> key(Line line, Query query, List<Dimension> shared) {
        return IntStream.range(0, query.groupBy().size())
                .filter(i -> shared.contains(query.groupBy().get(i)))
                .mapToObj(line.group()::get)
                .toList();
    }

    private static Line scaled(Line counts, Line base, Scale scale) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < counts.cells().size(); i++) {
            cells.add(scaled(counts.cells().get(i), base.cells().get(i), scale));
        }
        return new Line(counts.group(), cells, scaled(counts.total(), base.total(), scale));
    }

    private static Cell scaled(Cell count, Cell base, Scale scale) {
        return count.value() == null || base.value() == null || base.value() == 0
                ? new Cell(null, count.count(), false)
                : Cell.of(scale.times() * count.value() / base.value(), count.count());
    }
}
