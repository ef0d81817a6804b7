package org.misconductmonitor.reference;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** Puts events of a stream under publishers, handlers and supervisors; the same event always in the same way. */
final class RandomService {
    private static final Map<Field, List<String>> VALUES = Map.of(
            Field.PUBLISHER_ID, List.of("pub1", "pub2"),
            Field.HANDLER_ID, List.of("h1", "h2", "h3"),
            Field.SUPERVISOR_ID, List.of("s1", "s2"),
            Field.RANK, List.of("PC", "SGT"),
            Field.ROLE, List.of("ROAD", "DESK"));
    private static final List<EventType> SERVICE = List.of(
            EventType.JOINED,
            EventType.POSTED,
            EventType.TRANSFERRED,
            EventType.PROMOTED,
            EventType.RANK_CHANGED,
            EventType.LEFT,
            EventType.PUBLISHER_HEARTBEAT);

    private final long seed;

    RandomService(long seed) {
        this.seed = seed;
    }

    Event of(Event event) {
        Dice dice = new Dice(seed * 31 + event.fields().toString().hashCode());
        Map<Field, Object> changes = new EnumMap<>(Field.class);
        for (Field field : VALUES.keySet().stream().sorted().toList()) {
            if (dice.chance(70)) {
                changes.put(field, dice.of(VALUES.get(field)));
            }
        }
        boolean serves = event.type() == EventType.POSTED
                || event.type() == EventType.NOTICE_SERVED
                || event.type() == EventType.RECORDED && dice.chance(15);
        if (serves) {
            serve(event, dice, changes);
        }
        return event.with(changes);
    }

    /** Turns it into a fact about an officer's service, or a heartbeat. */
    private static void serve(Event event, Dice dice, Map<Field, Object> changes) {
        changes.put(Field.EVENT_TYPE, dice.of(SERVICE).name());
        changes.put(Field.AT, event.at());
        changes.put(Field.OFFICER_ID, "o" + dice.between(1, 7));
        if (dice.chance(80)) {
            changes.put(Field.ALLEGATION_ID, null);
        }
        changes.put(Field.FORCE, dice.of("f1", "f2"));
    }
}
