package org.misconductmonitor.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** One line of a live table: a tally for each period in which there is something, and one for all. */
final class LiveRow {
    private final TreeMap<LocalDate, LiveTally> periods = new TreeMap<>();
    private final LiveTally total = new LiveTally();

    LiveTally total() {
        return total;
    }

    LiveTally period(LocalDate start) {
        return periods.computeIfAbsent(start, none -> new LiveTally());
    }

    /** Forgets periods in which nothing is left. */
    void clean(LocalDate start) {
        if (periods.get(start).isEmpty()) {
            periods.remove(start);
        }
    }

    /** The first period with something in it, or null. */
    LocalDate first() {
        return periods.isEmpty() ? null : periods.firstKey();
    }

    LocalDate last() {
        return periods.lastKey();
    }

    Line line(List<String> group, List<LocalDate> starts) {
        return new Line(group, starts.stream().map(this::cell).toList(), total.cell());
    }

    private Cell cell(LocalDate start) {
        LiveTally tally = periods.get(start);
        return tally == null ? Cell.of(0) : tally.cell();
    }
}
