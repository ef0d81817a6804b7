package org.misconductmonitor.rule.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Vocabulary;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the events of one test. What a short test leaves out: the type is RECORDED, the officer is "officer", the ids
 * are e1, e2 ... in order; a RECORDED event has a case and an allegation of its own, named as the event.
 */
final class TestEventReader {
    private final Problems problems;
    private int read;

    TestEventReader(Problems problems) {
        this.problems = problems;
    }

    List<Event> read(List<Node> nodes) {
        List<Event> events = new ArrayList<>();
        for (Node node : nodes) {
            read++;
            Mapping mapping =
                    Mapping.of(node, "an event, such as { recordedAt: 2024-03-31, group: SEXUAL },", problems);
            Event event = mapping == null ? null : event(mapping);
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    private Event event(Mapping mapping) {
        int before = problems.count();
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        for (String key : mapping.keys()) {
            Field field = FieldValues.field(key, mapping.keyNode(key), List.of(), problems);
            Node node = field == null ? null : mapping.get(key);
            Object value = node == null ? null : value(field, node);
            if (value != null) {
                fields.put(field, value);
            }
        }
        complete(fields);
        if (problems.count() > before) {
            return null;
        }
        try {
            return EventBuilder.of(fields);
        } catch (InvalidEventException e) {
            problems.error(mapping.node(), e.getMessage() + "; write for example '" + example(e) + "'");
            return null;
        }
    }

    private Object value(Field field, Node node) {
        return field == Field.EVENT_TYPE
                ? Scalars.word(node, "'eventType'", Vocabulary.closed(field), problems)
                : FieldValues.read(field, node, problems);
    }

    private void complete(Map<Field, Object> fields) {
        fields.putIfAbsent(Field.EVENT_TYPE, EventType.RECORDED.name());
        fields.putIfAbsent(Field.OFFICER_ID, RuleTest.OFFICER);
        fields.putIfAbsent(Field.EVENT_ID, "e" + read);
        if (fields.get(Field.EVENT_TYPE).equals(EventType.RECORDED.name())) {
            fields.putIfAbsent(Field.CASE_ID, fields.get(Field.EVENT_ID));
            fields.putIfAbsent(Field.ALLEGATION_ID, fields.get(Field.EVENT_ID));
            Object at = fields.remove(Field.AT);
            if (at != null) {
                fields.putIfAbsent(Field.RECORDED_AT, at);
            }
        }
    }

    private static String example(InvalidEventException e) {
        Field field = e.rejection().field();
        return field.jsonName() + (field.kind() == Field.Kind.INSTANT ? ": 2024-03-31" : ": e1");
    }
}
