package org.misconductmonitor.engine;

import java.util.HashSet;
import java.util.Set;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * Which of many facts are covert: those that are handled so themselves, and those of an allegation that was recorded so
 * unless they say otherwise. One thread at a time.
 */
public final class CovertFacts {
    private record Matter(String tenantId, String allegationId) {}

    private final Set<Matter> matters = new HashSet<>();

    /**
     * Takes note of a fact.
     *
     * @return whether facts that came before may be covert because of it
     */
    public boolean take(Event event) {
        return event.type() == EventType.RECORDED
                && event.allegationId() != null
                && isSo(event)
                && matters.add(matter(event));
    }

    /** Whether the fact is covert, as far as is known from those taken. */
    public boolean has(Event event) {
        return event.text(Field.HANDLING) == null
                ? event.allegationId() != null && matters.contains(matter(event))
                : isSo(event);
    }

    private static boolean isSo(Event event) {
        return Handling.of(event.text(Field.HANDLING)) == Handling.COVERT;
    }

    private static Matter matter(Event event) {
        return new Matter(event.tenantId(), event.allegationId());
    }
}
