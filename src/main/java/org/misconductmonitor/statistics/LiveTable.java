package org.misconductmonitor.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.misconductmonitor.engine.Known;

/**
 * A table as of the latest fact, kept up to date: when a dossier says something else, what it said before is counted down
 * and what it says now is counted up. The answer costs as much as it has cells, however many facts there are.
 *
 * <p>That is possible where a dossier alone tells what is counted and where. It is not for what lasts, which changes with
 * the time at which one looks, for amounts, which have to be sorted, and for lines that depend on facts elsewhere.
 */
final class LiveTable {
    private static final Set<Dimension> TOLD_ELSEWHERE = EnumSet.of(
            Dimension.REPORT_OUTCOME,
            Dimension.REVIEWED_IN,
            Dimension.OPEN_MATTER,
            Dimension.AGE,
            Dimension.PER_OFFICER);

    private final Query query;
    private final Map<List<String>, LiveRow> rows = new TreeMap<>(Grid.ORDER);
    private final LiveRow total = new LiveRow();

    LiveTable(Query query) {
        this.query = query.asOf(Instant.MAX);
    }

    static boolean canTell(Query query) {
        return !query.measure().lasts()
                && !query.measure().counting().ofAmounts()
                && query.scale() == Scale.COUNT
                && TOLD_ELSEWHERE.stream().noneMatch(query::mentions);
    }

    void change(List<Known> before, List<Known> after) {
        count(before, -1);
        count(after, 1);
    }

    /** @param change 1 or -1 */
    private void count(List<Known> story, int change) {
        if (story.isEmpty()) {
            return;
        }
        Tabulation tabulation = new Tabulation(query, new Snapshot(story, query.asOf()));
        Set<Place> counted = new HashSet<>();
        for (Item item : tabulation.items()) {
            List<String> group = tabulation.group(item);
            if (!group.isEmpty()) {
                LiveRow row = rows.computeIfAbsent(group, none -> new LiveRow());
                count(item, group, row, change, counted);
                if (row.total().isEmpty()) {
                    rows.remove(group);
                }
            }
            count(item, List.of(), total, change, counted);
        }
    }

    private void count(Item item, List<String> group, LiveRow row, int change, Set<Place> counted) {
        count(item, new Place(group, null, item.key(query.measure().counting())), row.total(), change, counted);
        if (query.period() != Period.NONE) {
            LocalDate start = query.period().start(item.from());
            Place place = new Place(group, start, item.key(query.measure().counting()));
            count(item, place, row.period(start), change, counted);
            row.clean(start);
        }
    }

    private void count(Item item, Place place, LiveTally tally, int change, Set<Place> counted) {
        tally.items(change);
        if (place.key() == null) {
            return;
        }
        if (!query.measure().counting().staysTogether(item)) {
            tally.shared(place.key(), change);
        } else if (counted.add(place)) {
            tally.own(change);
        }
    }

    /** Where something is counted once: a line, a column or null for all, and what counts it. */
    private record Place(List<String> group, LocalDate column, Object key) {}

    /**
     * The table as it is now.
     *
     * @param asOf no earlier than the latest fact
     * @throws QueryException if it would be too wide
     */
    Table table(Instant asOf) {
        Columns columns = columns();
        return new Table(
                query.asOf(asOf),
                columns.labels(),
                rows.entrySet().stream()
                        .map(row -> row.getValue().line(row.getKey(), columns.starts()))
                        .toList(),
                total.line(List.of(), columns.starts()),
                Notes.of(query.asOf(asOf)));
    }

    private Columns columns() {
        Instant first = query.from() != null ? query.from() : start(total.first());
        if (query.period() == Period.NONE || first == null) {
            return Columns.none();
        }
        Instant last =
                query.to() != null ? query.to().minusNanos(1) : total.first() == null ? first : start(total.last());
        return new Columns(query.period(), first, last);
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
