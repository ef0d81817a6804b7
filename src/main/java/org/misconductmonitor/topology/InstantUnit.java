package org.misconductmonitor.topology;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;

/**
 * What a number that stands for an instant counts. The schema it was written with says so: registries let a publisher
 * write milliseconds where others write microseconds, and read as the one what is the other is a date in 1970.
 */
enum InstantUnit {
    MICROS(ChronoUnit.MICROS),
    MILLIS(ChronoUnit.MILLIS),
    NANOS(ChronoUnit.NANOS),
    /** A time of day, or a date without a zone: no instant. */
    NONE(null);

    private final ChronoUnit unit;

    InstantUnit(ChronoUnit unit) {
        this.unit = unit;
    }

    /** @param schema of the field, in the version it was written with; a plain number counts microseconds, as ours do */
    static InstantUnit of(Schema schema) {
        String type = number(schema).getProp(LogicalType.LOGICAL_TYPE_PROP);
        if (type == null) {
            return MICROS;
        }
        return switch (type) {
            case "timestamp-micros" -> MICROS;
            case "timestamp-millis" -> MILLIS;
            case "timestamp-nanos" -> NANOS;
            default -> NONE;
        };
    }

    /** Kept to the microsecond, as every instant of an event. */
    Instant instant(long number) {
        if (this == NONE) {
            throw new InvalidEventException(Rejection.Reason.WRONG_TYPE, null);
        }
        return Instant.EPOCH.plus(number, unit).truncatedTo(ChronoUnit.MICROS);
    }

    private static Schema number(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() == Schema.Type.LONG)
                        .findFirst()
                        .orElse(schema)
                : schema;
    }
}
