package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** Links and splits of aliases; every officer may be an alias of every other, and often each is of each. */
final class RandomAliases {
    private final Dice dice;
    private final RandomWorld world;
    private final RandomTimes times;
    private final int percent;

    RandomAliases(Dice dice, RandomWorld world, RandomTimes times) {
        this.dice = dice;
        this.world = world;
        this.times = times;
        this.percent = dice.chance(25) ? dice.of(8, 15, 30) : 0;
    }

    boolean isNext() {
        return percent > 0 && dice.chance(percent);
    }

    /** Says of an event without a type and without an officer whom an alias names, or no longer. */
    void say(Map<Field, Object> fields, List<Event> made) {
        Optional<Event> before = last(made);
        boolean split = before.isPresent() && dice.chance(35);
        fields.put(Field.EVENT_TYPE, (split ? EventType.ALIAS_SPLIT : EventType.ALIAS_LINKED).name());
        fields.put(Field.OFFICER_ID, world.officer());
        boolean underAlias = dice.chance(20);
        fields.put(Field.ALIAS, underAlias || dice.chance(3) ? null : world.anyOfficer());
        fields.put(Field.TO_OFFICER_ID, underAlias || dice.chance(8) ? world.officer() : null);
        if (before.isPresent() && dice.chance(split ? 85 : 20)) {
            for (Field field : List.of(Field.OFFICER_ID, Field.ALIAS, Field.TO_OFFICER_ID)) {
                fields.put(field, before.get().get(field));
            }
        }
        fields.put(Field.RECORD_STATE, dice.chance(5) ? dice.of("DRAFT", "FINAL", "WITHDRAWN") : null);
        if (dice.chance(40)) {
            bound(fields);
        }
    }

    /** Another validity, for another version. */
    void bound(Map<Field, Object> fields) {
        Instant one = times.next();
        Instant other = times.next();
        fields.put(Field.STARTS_AT, dice.chance(70) ? (one.isBefore(other) ? one : other) : null);
        fields.put(Field.ENDS_AT, dice.chance(70) ? (one.isBefore(other) ? other : one) : null);
    }

    private Optional<Event> last(List<Event> made) {
        List<Event> links = made.stream().filter(ReferenceIdentity::isStatement).toList();
        return links.isEmpty() ? Optional.empty() : Optional.of(dice.of(links));
    }
}
