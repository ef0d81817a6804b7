package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Answers one query from one snapshot. */
final class Tabulation {
    private final Query query;
    private final Snapshot snapshot;
    /** The moment right after the last one looked at. */
    private final Instant end;

    Tabulation(Query query, Snapshot snapshot) {
        this.query = query;
        this.snapshot = snapshot;
        Instant afterwards = query.asOf().isBefore(Instant.MAX) ? query.asOf().plusNanos(1) : Instant.MAX;
        this.end = query.to() != null && query.to().isBefore(afterwards) ? query.to() : afterwards;
    }

    Table table() {
        List<Item> items = items();
        Columns columns = columns(items);
        Table counts = table(items, columns);
        return query.scale() == Scale.COUNT ? counts : Scaling.of(counts, snapshot, columns);
    }

    /** The counts in given columns: for what lasts. */
    Table table(Columns columns) {
        return table(items(), columns);
    }

    private Table table(List<Item> items, Columns columns) {
        Grid grid = new Grid(columns.size(), query.measure().counting());
        if (query.measure().lasts()) {
            addStates(items, columns, grid);
        } else {
            addEvents(items, columns, grid);
        }
        return new Table(query, columns.labels(), grid.lines(), grid.total(), Notes.of(query));
    }

    /** What is counted, each where it falls. */
    List<Item> items() {
        List<Item> items = query.measure().source().items(snapshot, query).stream()
                .filter(this::inTime)
                .filter(passes(dimension -> dimension != Dimension.PER_OFFICER && dimension != Dimension.AGE, end))
                .toList();
        if (query.mentions(Dimension.PER_OFFICER)) {
            countPerOfficer(items);
            items = items.stream()
                    .filter(passes(dimension -> dimension == Dimension.PER_OFFICER, end))
                    .toList();
        }
        return items;
    }

    private boolean inTime(Item item) {
        if (query.measure().lasts()) {
            return item.from().isBefore(end);
        }
        return (query.from() == null || !item.from().isBefore(query.from()))
                && (query.to() == null || item.from().isBefore(query.to()));
    }

    private Predicate<Item> passes(Predicate<Dimension> applied, Instant now) {
        Map<Dimension, Set<String>> filters = new HashMap<>(query.filters());
        filters.keySet().removeIf(applied.negate());
        return item -> filters.entrySet().stream()
                .allMatch(filter -> filter.getValue().contains(item.value(filter.getKey(), now)));
    }

    private static void countPerOfficer(List<Item> items) {
        Map<String, Set<Object>> allegations = new HashMap<>();
        for (Item item : items) {
            Object key = Counting.OFFICER_ALLEGATIONS.key(item);
            if (key != null) {
                allegations
                        .computeIfAbsent(item.officer(), none -> new HashSet<>())
                        .add(key);
            }
        }
        items.forEach(item -> item.with(
                Dimension.PER_OFFICER,
                Integer.toString(
                        allegations.getOrDefault(item.officer(), Set.of()).size())));
    }

    private Columns columns(List<Item> items) {
        Instant first = query.from() != null
                ? query.from()
                : items.stream().map(Item::from).min(Comparator.naturalOrder()).orElse(null);
        if (query.period() == Period.NONE || first == null) {
            return Columns.none();
        }
        return new Columns(query.period(), first, last(items));
    }

    private Instant last(List<Item> items) {
        if (query.measure().lasts()) {
            return end.minusNanos(1);
        }
        return query.to() != null
                ? query.to().minusNanos(1)
                : items.stream().map(Item::from).max(Comparator.naturalOrder()).orElse(query.from());
    }

    private void addEvents(List<Item> items, Columns columns, Grid grid) {
        Predicate<Item> ofAge = passes(dimension -> dimension == Dimension.AGE, end);
        for (Item item : items) {
            if (ofAge.test(item)) {
                List<String> group = group(item);
                if (columns.size() > 0) {
                    grid.add(group, columns.of(item.from()), item);
                }
                grid.add(group, Grid.TOTAL, item);
            }
        }
    }

    private void addStates(List<Item> items, Columns columns, Grid grid) {
        Map<Item, List<String>> groups = new IdentityHashMap<>();
        if (!query.groupBy().contains(Dimension.AGE)) {
            items.forEach(item -> groups.put(item, group(item, end)));
        }
        for (int column = 0; column < columns.size(); column++) {
            Instant columnEnd = columns.end(column).isBefore(end) ? columns.end(column) : end;
            addLasting(items, columnEnd, column, groups, grid);
        }
        addLasting(items, end, Grid.TOTAL, groups, grid);
    }

    /** @param groups of all items, unless they change with time */
    private void addLasting(List<Item> items, Instant moment, int column, Map<Item, List<String>> groups, Grid grid) {
        Predicate<Item> ofAge = passes(dimension -> dimension == Dimension.AGE, moment);
        for (Item item : items) {
            if (item.lastsBefore(moment) && ofAge.test(item)) {
                List<String> group = groups.get(item);
                grid.add(group == null ? group(item, moment) : group, column, item);
            }
        }
    }

    /** The line of something that happened. */
    List<String> group(Item item) {
        return group(item, end);
    }

    private List<String> group(Item item, Instant now) {
        return query.groupBy().stream()
                .map(dimension -> item.value(dimension, now))
                .toList();
    }
}
