package org.misconductmonitor.hostile;

import static org.misconductmonitor.event.Rejection.Reason.ABSURD_DATE;
import static org.misconductmonitor.event.Rejection.Reason.ANCIENT_DATE;
import static org.misconductmonitor.event.Rejection.Reason.ENDS_BEFORE_START;
import static org.misconductmonitor.event.Rejection.Reason.FUTURE_DATE;
import static org.misconductmonitor.event.Rejection.Reason.MISSING_FIELD;
import static org.misconductmonitor.event.Rejection.Reason.WRONG_TYPE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.misconductmonitor.event.Rejection.Reason;
import org.misconductmonitor.topology.MonitorTopic;

/** Every trick with dates: too early, too late, in other units, in no unit. */
final class BrokenDates {
    private static final long BEFORE_1900 = Records.micros(Instant.parse("1900-01-01T00:00:00Z")) - 1;

    private BrokenDates() {}

    static void into(Records records) {
        long soon = Records.micros(records.now().plus(Duration.ofDays(2)));
        for (String past : List.of("recordedAt", "occurredAt", "receivedAt")) {
            records.field(past + " as early as can be", past, Long.MIN_VALUE, ANCIENT_DATE);
            records.field(past + " as late as can be", past, Long.MAX_VALUE, FUTURE_DATE);
            records.field(past + " just before 1900", past, BEFORE_1900, ANCIENT_DATE);
            records.field(past + " in 1900", past, BEFORE_1900 + 1, null);
            records.field(past + " the day after tomorrow", past, soon, FUTURE_DATE);
            records.field(past + " just before 1970", past, -1L, null);
        }
        long in2201 = Records.micros(Instant.parse("2201-01-01T00:00:00Z"));
        for (String ahead : List.of("dueAt", "startsAt", "endsAt")) {
            records.field(ahead + " as early as can be", ahead, Long.MIN_VALUE, ANCIENT_DATE);
            records.field(ahead + " as late as can be", ahead, Long.MAX_VALUE, ABSURD_DATE);
            records.field(ahead + " in 2200", ahead, in2201 - 1, null);
            records.field(ahead + " in 2201", ahead, in2201, ABSURD_DATE);
        }
        spans(records);
        feeds(records, soon);
        units(records);
    }

    private static void spans(Records records) {
        span(records, "ends before it starts", 1_000_000, 999_999, ENDS_BEFORE_START);
        span(records, "ends as it starts", 1_000_000, 1_000_000, null);
        span(
                records,
                "lasts three centuries",
                BEFORE_1900 + 1,
                Records.micros(Instant.parse("2200-01-01T00:00:00Z")),
                null);
        records.field("without a date", "recordedAt", null, MISSING_FIELD);
        records.changed("with the date of another type", MonitorTopic.ALLEGATIONS, MISSING_FIELD, record -> {
            record.put("at", record.get("recordedAt"));
            record.put("recordedAt", null);
        });
    }

    private static void span(Records records, String name, long from, long until, Reason reason) {
        records.changed(name, MonitorTopic.ALLEGATIONS, reason, record -> {
            record.put("startsAt", from);
            record.put("endsAt", until);
        });
    }

    private static void feeds(Records records, long soon) {
        for (MonitorTopic topic : List.of(MonitorTopic.VETTING, MonitorTopic.WORKFORCE, MonitorTopic.REPORTS)) {
            records.changed("at the day after tomorrow", topic, FUTURE_DATE, record -> record.put("at", soon));
            records.changed("at as early as can be", topic, ANCIENT_DATE, record -> record.put("at", Long.MIN_VALUE));
            records.changed("without at", topic, MISSING_FIELD, record -> record.put("at", null));
        }
    }

    /** The same instant in units that a registry takes for compatible. */
    private static void units(Records records) {
        long millis = Instant.parse("2004-02-29T12:00:00Z").toEpochMilli();
        unit(records, "in milliseconds", "timestamp-millis", millis, null);
        unit(records, "in nanoseconds", "timestamp-nanos", millis * 1_000_000, null);
        unit(records, "in milliseconds, as late as can be", "timestamp-millis", Long.MAX_VALUE, FUTURE_DATE);
        unit(records, "in milliseconds, as early as can be", "timestamp-millis", Long.MIN_VALUE, ANCIENT_DATE);
        unit(records, "in nanoseconds, as early as can be", "timestamp-nanos", Long.MIN_VALUE, ANCIENT_DATE);
        unit(records, "in local time", "local-timestamp-micros", millis * 1000, WRONG_TYPE);
        unit(records, "as a time of day", "time-micros", 5L, WRONG_TYPE);
        unit(records, "in a unit nobody knows", "timestamp-fortnights", 5L, WRONG_TYPE);
        type(records, "as a number without a unit", "\"long\"", millis * 1000, null);
        type(records, "as a day", "{\"type\":\"int\",\"logicalType\":\"date\"}", 12_477, WRONG_TYPE);
        type(records, "as text", "\"string\"", "2004-02-29", WRONG_TYPE);
        type(records, "as a fraction", "\"double\"", Double.NaN, WRONG_TYPE);
        type(records, "as a truth", "\"boolean\"", true, WRONG_TYPE);
    }

    private static void unit(Records records, String name, String unit, long value, Reason reason) {
        type(records, name, "{\"type\":\"long\",\"logicalType\":\"" + unit + "\"}", value, reason);
    }

    private static void type(Records records, String name, String type, Object value, Reason reason) {
        records.evolved(
                "a date " + name,
                fields -> Json.type(fields, "recordedAt", "[\"null\"," + type + "]"),
                reason,
                record -> record.put("recordedAt", value));
    }
}
