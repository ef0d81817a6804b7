package org.misconductmonitor.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * A fact as a state store keeps it.
 *
 * @param event as it was published
 * @param hop how it came from another officer's record, or null if it was published under this one
 */
public record StoredFact(Event event, Hop hop) {
    private static final long SECONDS_A_DAY = 86_400;

    public StoredFact {
        Objects.requireNonNull(event, "event");
    }

    /** A fact published under the officer whose record holds it. */
    public static StoredFact of(Event event) {
        return new StoredFact(event, null);
    }

    /**
     * Identity in the record: one event may be here both as published and as handed back from another key. An erasure is
     * no version of anything, whatever its eventId.
     */
    public String key() {
        if (event.type() == EventType.ERASED) {
            return '\n' + event.eventId();
        }
        return hop == null ? event.eventId() : event.eventId() + '\n' + hop.way();
    }

    /** The calendar month of its business time, UTC. */
    public YearMonth month() {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(event.at().getEpochSecond(), SECONDS_A_DAY));
        return YearMonth.of(day.getYear(), day.getMonthValue());
    }

    /** When what it tells of happened, as far as the fact itself says: {@code occurredAt}, or else its business time. */
    public Instant ownTime() {
        Instant occurredAt = event.instant(Field.OCCURRED_AT);
        return occurredAt == null ? event.at() : occurredAt;
    }

    public EventOrder order() {
        return EventOrder.of(event);
    }
}
