package org.misconductmonitor.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.Field;

/** Most of the golden events with many of them sent twice, corrected or withdrawn, all in a random order. */
final class Corrected {
    private static final Duration DAY = Duration.ofDays(1);

    private Corrected() {}

    /** Corrections that stay with their officer: what is published of one depends on the order of the events alone. */
    static List<Event> golden() throws IOException {
        return shuffled(false);
    }

    /** Some allegations move to another officer, who may be in another partition. */
    static List<Event> goldenReassigned() throws IOException {
        return shuffled(true);
    }

    private static List<Event> shuffled(boolean reassigned) throws IOException {
        List<Event> golden = Stories.golden().stream()
                .filter(event -> event.type().feed() == Feed.ALLEGATIONS
                        || event.eventId().endsWith("7"))
                .toList();
        List<Event> recorded = golden.stream()
                .filter(event -> event.type() == EventType.RECORDED)
                .toList();
        List<Event> events = new ArrayList<>(golden);
        for (int i = 0; i < recorded.size(); i++) {
            Event event = recorded.get(i);
            if (i % 7 == 0) {
                events.add(after(event, EventType.WITHDRAWN, Map.of()));
            }
            if (i % 11 == 0) {
                events.add(after(event, EventType.AMENDED, Map.of(Field.CATEGORY, "CORRECTED")));
            }
            if (i % 13 == 0) {
                events.add(event);
            }
            if (i % 17 == 0) {
                Instant corrected = event.at().plus(DAY);
                events.add(event.with(Map.of(Field.REVISION, 2, Field.RECORDED_AT, corrected)));
            }
            if (reassigned && i % 5 == 0) {
                String other = recorded.get((i + 1) % recorded.size()).officerId();
                events.add(after(event, EventType.REASSIGNED, Map.of(Field.TO_OFFICER_ID, other)));
            }
        }
        Collections.shuffle(events, new Random(5));
        return events;
    }

    private static Event after(Event event, EventType type, Map<Field, Object> more) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_TYPE, type.name());
        fields.put(Field.EVENT_ID, event.eventId() + "-" + type);
        fields.put(Field.TENANT_ID, event.tenantId());
        fields.put(Field.OFFICER_ID, event.officerId());
        fields.put(Field.CASE_ID, event.caseId());
        fields.put(Field.ALLEGATION_ID, event.allegationId());
        fields.put(Field.AT, event.at().plus(DAY));
        fields.putAll(more);
        return EventBuilder.of(fields);
    }
}
