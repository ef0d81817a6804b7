package org.misconductmonitor.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.privacy.Pseudonyms;

/**
 * Events that link the pseudonyms of one key to those of the next.
 *
 * @param before the old key
 * @param now the key in use
 * @param at when
 */
record PseudonymLinks(Pseudonyms before, Pseudonyms now, Instant at) {
    Event of(String realId) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_ID, "pseudonym-" + before.of(realId) + "-" + now.keyId());
        fields.put(Field.EVENT_TYPE, EventType.ALIAS_LINKED.name());
        fields.put(Field.OFFICER_ID, now.of(realId));
        fields.put(Field.ALIAS, before.of(realId));
        fields.put(Field.AT, at.truncatedTo(ChronoUnit.MICROS));
        return EventBuilder.of(fields);
    }
}
