package org.misconductmonitor.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The periods of a table, without a gap. */
final class Columns {
    private static final int MOST = 5000;

    private final Period period;
    private final List<LocalDate> starts = new ArrayList<>();
    private final Map<LocalDate, Integer> places = new HashMap<>();

    /**
     * @param first a time in the first period
     * @param last a time in the last one; before the first: there are none
     * @throws QueryException if there are too many
     */
    Columns(Period period, Instant first, Instant last) {
        this.period = period;
        LocalDate end = period.start(last);
        LocalDate start = period.start(first);
        if (period.count(start, end) >= MOST) {
            throw new QueryException("the table would have more than " + MOST
                    + " columns: choose a longer period, or say from when to when");
        }
        while (!start.isAfter(end)) {
            places.put(start, starts.size());
            starts.add(start);
            start = period.next(start);
        }
    }

    private Columns(Period period) {
        this.period = period;
    }

    static Columns none() {
        return new Columns(Period.NONE);
    }

    int size() {
        return starts.size();
    }

    /** The place of the period that holds the time, which must be one of them. */
    int of(Instant time) {
        return places.get(period.start(time));
    }

    /** The first moment after the period. */
    Instant end(int column) {
        return period.next(starts.get(column)).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    List<LocalDate> starts() {
        return starts;
    }

    List<String> labels() {
        return starts.stream().map(period::label).toList();
    }
}
