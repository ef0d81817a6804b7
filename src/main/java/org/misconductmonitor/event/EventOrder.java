package org.misconductmonitor.event;

import java.time.Instant;
import java.util.Comparator;

/**
 * A place in the order of facts: by time, then by eventId in byte order of its UTF-8 form (design: S1).
 *
 * @param at business time
 * @param eventId the fact
 */
public record EventOrder(Instant at, String eventId) implements Comparable<EventOrder> {
    /** Byte order of UTF-8, which is the order of code points; {@link String#compareTo} differs beyond the BMP. */
    public static final Comparator<String> BYTE_ORDER = EventOrder::compareUtf8;

    /** Facts by their own business time. */
    public static final Comparator<Event> BY_TIME =
            Comparator.comparing(Event::at).thenComparing(Event::eventId, BYTE_ORDER);

    public static EventOrder of(Event event) {
        return new EventOrder(event.at(), event.eventId());
    }

    @Override
    public int compareTo(EventOrder other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : compareUtf8(eventId, other.eventId);
    }

    private static int compareUtf8(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
                return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
