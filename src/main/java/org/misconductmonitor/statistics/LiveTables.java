package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.misconductmonitor.engine.Known;

/**
 * The tables that are asked for while facts come. One that nobody has asked for during as many changes as it would take to
 * count it anew is given up, and so is the one asked for longest ago where there are too many.
 */
final class LiveTables implements StoryWatch {
    private static final int MOST = 16;
    private static final int LEAST_CHANGES = 1_000;

    private static final class Kept {
        private final LiveTable table;
        private long changes;

        Kept(LiveTable table) {
            this.table = table;
        }
    }

    /** By the query as of no time; those asked for latest come last. */
    private final Map<Query, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private long stories;

    @Override
    public void told(List<Known> before, List<Known> after) {
        stories += (after.isEmpty() ? 0 : 1) - (before.isEmpty() ? 0 : 1);
        kept.values().removeIf(each -> ++each.changes > Math.max(LEAST_CHANGES, stories));
        kept.values().forEach(each -> each.table.change(before, after));
    }

    /**
     * The table of a query that {@link LiveTable#canTell}.
     *
     * @param all hands on every story there is
     */
    Table table(Query query, Consumer<Consumer<List<Known>>> all) {
        Query shape = query.asOf(Instant.EPOCH);
        Kept found = kept.get(shape);
        if (found == null) {
            LiveTable table = new LiveTable(shape);
            all.accept(story -> table.change(List.of(), story));
            found = new Kept(table);
            kept.put(shape, found);
            List<Query> oldest = new ArrayList<>(kept.keySet());
            kept.keySet().removeAll(oldest.subList(0, Math.max(0, oldest.size() - MOST)));
        }
        found.changes = 0;
        return found.table.table(query.asOf());
    }
}
