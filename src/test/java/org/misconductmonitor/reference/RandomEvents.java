package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** One event after another, each fitting badly enough to those before it. */
final class RandomEvents {
    private final Dice dice;
    private final RandomWorld world;
    private final RandomTimes times;
    private final RandomDetails details;
    private final RandomTheme theme;
    private final RandomAliases aliases;
    private final List<Event> made = new ArrayList<>();

    /** @param aside chance for what not all streams have, so that the others stay what they were */
    RandomEvents(Dice dice, RandomTheme theme, RandomTimes times, int events, Dice aside) {
        this.dice = dice;
        this.theme = theme;
        this.world = new RandomWorld(dice, events, theme);
        this.times = times;
        this.details = new RandomDetails(dice);
        this.aliases = new RandomAliases(aside, world, times);
    }

    Event next() {
        Event event = aliases.isNext() ? alias() : made.isEmpty() || dice.chance(85) ? fresh() : again(dice.of(made));
        made.add(event);
        return event;
    }

    private Event alias() {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_ID, world.newEventId());
        fields.put(Field.TENANT_ID, Event.DEFAULT_TENANT);
        fields.put(Field.AT, times.next());
        aliases.say(fields, made);
        if (dice.chance(theme.supersedes())) {
            fields.put(Field.SUPERSEDES, superseded(fields));
        }
        return EventBuilder.of(fields);
    }

    private Event fresh() {
        EventType type = dice.chance(55) ? EventType.RECORDED : dice.of(theme.lifeTypes());
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_ID, world.newEventId());
        fields.put(Field.EVENT_TYPE, type.name());
        fields.put(Field.TENANT_ID, dice.chance(80) ? Event.DEFAULT_TENANT : "t2");
        fields.put(type == EventType.RECORDED ? Field.RECORDED_AT : Field.AT, times.next());
        place(type, fields);
        if (dice.chance(theme.supersedes())) {
            fields.put(Field.SUPERSEDES, superseded(fields));
        }
        say(type, fields);
        return EventBuilder.of(fields);
    }

    private void place(EventType type, Map<Field, Object> fields) {
        if (RandomVocabulary.OF_NO_ONE.contains(type)) {
            return;
        }
        String allegation = world.allegation();
        fields.put(Field.OFFICER_ID, world.holderOf(allegation));
        if (RandomVocabulary.OF_A_PERSON.contains(type)) {
            fields.put(Field.CASE_ID, dice.chance(50) ? world.caseId() : null);
            fields.put(Field.ALLEGATION_ID, dice.chance(10) ? allegation : null);
        } else {
            boolean ofCase = type != EventType.RECORDED && type != EventType.REASSIGNED && dice.chance(15);
            fields.put(Field.CASE_ID, dice.chance(ofCase ? 95 : 85) ? world.caseOf(allegation) : null);
            fields.put(Field.ALLEGATION_ID, ofCase || dice.chance(3) ? null : allegation);
        }
    }

    /** Mostly something of the same allegation or officer; now and then itself, or nothing known. */
    private String superseded(Map<Field, Object> fields) {
        Object officer = fields.get(Field.OFFICER_ID);
        Object allegation = fields.get(Field.ALLEGATION_ID);
        boolean like = dice.chance(60);
        List<Event> near = made.stream()
                .filter(event -> !like || event.get(Field.EVENT_TYPE).equals(fields.get(Field.EVENT_TYPE)))
                .filter(event -> officer != null && officer.equals(event.officerId())
                        || allegation != null && allegation.equals(event.allegationId()))
                .toList();
        if (near.isEmpty() || dice.chance(5)) {
            return dice.of((String) fields.get(Field.EVENT_ID), "e1", "none");
        }
        return dice.of(dice.chance(85) ? near : made).eventId();
    }

    private void say(EventType type, Map<Field, Object> fields) {
        switch (type) {
            case RECORDED, INTELLIGENCE_MATCH, CONVICTION_FOUND, HOTLINE_REPORT -> {
                details.describe(fields);
                details.put(fields, List.of(Field.CONFIDENCE), 30);
                putTime(fields, Field.RECORDED_AT, type == EventType.RECORDED ? 0 : 30);
                putTime(fields, Field.OCCURRED_AT, 70);
                putTime(fields, Field.RECEIVED_AT, 30);
            }
            case AMENDED -> {
                for (int i = dice.between(1, 3); i > 0; i--) {
                    Field field = details.any();
                    fields.put(field, details.value(field));
                }
                putTime(fields, Field.RECORDED_AT, 35);
                putTime(fields, Field.OCCURRED_AT, 20);
                putTime(fields, Field.RECEIVED_AT, 10);
            }
            case ASSESSED -> details.put(fields, List.of(Field.SEVERITY), 70);
            case FINALISED -> {
                details.decide(fields);
                putTime(fields, Field.RECORDED_AT, 40);
                details.put(fields, List.of(Field.SOURCE, Field.RECORD_STATE), 20);
            }
            case REASSIGNED -> reassign(fields);
            case MATCH_DISMISSED ->
                fields.put(
                        Field.MATCH_EVENT_ID,
                        made.isEmpty() ? "e1" : dice.of(made).eventId());
            default -> details.put(fields, List.of(Field.CATEGORY, Field.SOURCE), 20);
        }
    }

    private void reassign(Map<Field, Object> fields) {
        String to = world.anyOfficer();
        String allegation = (String) fields.get(Field.ALLEGATION_ID);
        fields.put(Field.TO_OFFICER_ID, dice.chance(4) ? null : to);
        if (allegation != null && !to.equals("o9")) {
            fields.put(Field.AT, world.moved(allegation, to, (Instant) fields.get(Field.AT)));
        }
    }

    private void putTime(Map<Field, Object> fields, Field field, int percent) {
        if (dice.chance(percent)) {
            Instant recordedAt = (Instant) fields.get(Field.RECORDED_AT);
            fields.put(field, recordedAt == null ? times.next() : times.near(recordedAt));
        }
    }

    /** The same once more, another version of it, or the same eventId under another officer. */
    private Event again(Event event) {
        if (dice.chance(35)) {
            return event;
        }
        Map<Field, Object> changes = new EnumMap<>(Field.class);
        Field field = details.any();
        changes.put(field, dice.chance(80) ? details.value(field) : null);
        if (dice.chance(30)) {
            changes.put(event.type() == EventType.RECORDED ? Field.RECORDED_AT : Field.AT, times.next());
        }
        if (ReferenceIdentity.isStatement(event)) {
            aliases.bound(changes);
        }
        if (!dice.chance(theme.elsewhere())) {
            changes.put(Field.REVISION, Math.max(1, event.revision() + dice.between(-1, 2)));
        } else if (event.officerId() != null) {
            changes.put(Field.OFFICER_ID, world.officer());
        }
        return event.with(changes);
    }
}
