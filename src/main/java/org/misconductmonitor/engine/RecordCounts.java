package org.misconductmonitor.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.TimeBasis;

/** How many different things were recorded of a subject, by period and by a field. */
public final class RecordCounts {
    private RecordCounts() {}

    /** Calendar periods, UTC. */
    public enum Period {
        MONTH(7),
        YEAR(4);

        private final int letters;

        Period(int letters) {
            this.letters = letters;
        }

        /** Such as 2024 or 2024-03. */
        String of(Instant at) {
            return at.atOffset(ZoneOffset.UTC).toLocalDate().toString().substring(0, letters);
        }
    }

    /**
     * A count.
     *
     * @param period such as 2024 or 2024-03
     * @param value of the field, or null for those that have none
     * @param count different things
     */
    public record Row(String period, String value, int count) {}

    /**
     * Counts what was recorded, as corrected; only what counts for rules. A thing that was recorded in two periods is
     * counted in both.
     *
     * @param by field to tell apart by
     * @param key what is counted
     * @param from recorded at this time or later; null: ever
     * @param until recorded before this time; null: ever
     * @return in order of period and value, none with 0
     */
    public static List<Row> of(RecordView view, Field by, CountingKey key, Period period, Instant from, Instant until) {
        Map<String, Map<String, Set<Object>>> found = new TreeMap<>();
        for (RecordView.Fact fact : view.counting()) {
            Instant at = fact.seen().time(TimeBasis.RECORDED_AT);
            Object counted = fact.seen().get(key.field());
            if (fact.type() == EventType.RECORDED
                    && counted != null
                    && (from == null || !at.isBefore(from))
                    && (until == null || at.isBefore(until))) {
                Object value = fact.seen().get(by);
                found.computeIfAbsent(period.of(at), p -> new TreeMap<>())
                        .computeIfAbsent(value == null ? "" : value.toString(), v -> new HashSet<>())
                        .add(counted);
            }
        }
        return found.entrySet().stream()
                .flatMap(of -> of.getValue().entrySet().stream()
                        .map(entry -> new Row(
                                of.getKey(),
                                entry.getKey().isEmpty() ? null : entry.getKey(),
                                entry.getValue().size())))
                .toList();
    }
}
