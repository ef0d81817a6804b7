package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A question to the ledger.
 *
 * @param measure what is counted
 * @param groupBy the lines of the table; empty: one line
 * @param period the columns of the table
 * @param from business time of the first thing counted, inclusive; null: no limit
 * @param to the time before which the last thing counted happened, exclusive; for what lasts, the time at which it is
 *     looked at, unless {@code asOf} is earlier; null: no limit
 * @param asOf what was known then, inclusive
 * @param filters the values that count in each dimension; all of them must hold
 * @param scale in what it is told
 */
public record Query(
        Measure measure,
        List<Dimension> groupBy,
        Period period,
        Instant from,
        Instant to,
        Instant asOf,
        Map<Dimension, Set<String>> filters,
        Scale scale) {
    public Query {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(scale, "scale");
        groupBy = List.copyOf(groupBy);
        filters = Map.copyOf(filters);
    }

    /** The whole count, as one number. */
    public static Query of(Measure measure, Instant asOf) {
        return new Query(measure, List.of(), Period.NONE, null, null, asOf, Map.of(), Scale.COUNT);
    }

    public Query by(Dimension... lines) {
        return new Query(measure, List.of(lines), period, from, to, asOf, filters, scale);
    }

    public Query per(Period columns) {
        return new Query(measure, groupBy, columns, from, to, asOf, filters, scale);
    }

    /** Only what happened from the start, inclusive, to the end, exclusive; either may be null. */
    public Query between(Instant start, Instant end) {
        return new Query(measure, groupBy, period, start, end, asOf, filters, scale);
    }

    /** Only what has one of these values; instead of an earlier filter on the same dimension. */
    public Query where(Dimension dimension, String... values) {
        Map<Dimension, Set<String>> all = new EnumMap<>(Dimension.class);
        all.putAll(filters);
        all.put(dimension, new LinkedHashSet<>(List.of(values)));
        return new Query(measure, groupBy, period, from, to, asOf, all, scale);
    }

    /** Only what all these filters let through as well, besides those there are. */
    public Query narrowed(Map<Dimension, Set<String>> more) {
        Map<Dimension, Set<String>> all = new EnumMap<>(Dimension.class);
        all.putAll(filters);
        more.forEach((dimension, values) -> {
            Set<String> both = new LinkedHashSet<>(values);
            both.retainAll(all.getOrDefault(dimension, values));
            all.put(dimension, both);
        });
        return new Query(measure, groupBy, period, from, to, asOf, all, scale);
    }

    public Query in(Scale unit) {
        return new Query(measure, groupBy, period, from, to, asOf, filters, unit);
    }

    public Query asOf(Instant time) {
        return new Query(measure, groupBy, period, from, to, time, filters, scale);
    }

    /** Whether a line, or a filter, is about the dimension. */
    boolean mentions(Dimension dimension) {
        return groupBy.contains(dimension) || filters.containsKey(dimension);
    }
}
