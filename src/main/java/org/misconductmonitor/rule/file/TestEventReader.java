package org.misconductmonitor.rule.file;

import java.time.Instant;
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
import org.misconductmonitor.rule.Delay;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the events of one test. What a short test leaves out: the type is RECORDED, the officer is "officer", the ids
 * are e1, e2 ... in order; a RECORDED event has a case and an allegation of its own, named as the event. One line with
 * {@code repeat} is as many events.
 */
final class TestEventReader {
    /** What an event of a test can say besides its fields. */
    static final List<String> WORDS = List.of("repeat", "every");

    private static final int MOST = 1000;

    private final Problems problems;
    private int read;

    TestEventReader(Problems problems) {
        this.problems = problems;
    }

    List<Event> read(List<Node> nodes) {
        List<Event> events = new ArrayList<>();
        for (Node node : nodes) {
            Mapping mapping =
                    Mapping.of(node, "an event, such as { recordedAt: 2024-03-31, group: SEXUAL },", problems);
            int times = mapping == null ? 1 : times(mapping);
            Delay every = mapping == null ? null : every(mapping);
            Map<Field, Object> fields = mapping == null ? null : fields(mapping);
            for (int i = 1; i <= times; i++) {
                read++;
                Event event = fields == null ? null : event(mapping, times == 1 ? fields : numbered(fields, i, every));
                if (event != null) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    /** @return null after telling what is wrong */
    private Map<Field, Object> fields(Mapping mapping) {
        int before = problems.count();
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        for (String key : mapping.keys()) {
            Field field = WORDS.contains(key) ? null : FieldValues.field(key, mapping.keyNode(key), WORDS, problems);
            Node node = field == null ? null : mapping.get(key);
            Object value = node == null ? null : value(field, node);
            if (value != null) {
                fields.put(field, value);
            }
        }
        return problems.count() > before ? null : fields;
    }

    private int times(Mapping mapping) {
        Node node = mapping.get("repeat");
        Integer times = node == null ? null : Scalars.integer(node, "'repeat'", problems);
        if (times != null && (times < 2 || times > MOST)) {
            problems.error(node, "'repeat' says how many such events there are, from 2 to " + MOST);
            return 1;
        }
        return times == null ? 1 : times;
    }

    private Delay every(Mapping mapping) {
        Node node = mapping.get("every");
        if (node != null && !mapping.has("repeat")) {
            problems.error(mapping.keyNode("every"), "'every' goes with 'repeat'; write for example 'repeat: 20'");
        }
        return node == null ? null : DelayReader.positive(node, "'every'", problems);
    }

    /** One of several events: its number stands in the place of each '#', its times are later by so many lengths. */
    private static Map<Field, Object> numbered(Map<Field, Object> fields, int number, Delay every) {
        Map<Field, Object> copy = new EnumMap<>(fields);
        copy.replaceAll((field, value) -> {
            if (value instanceof Instant instant) {
                return every == null || number == 1 ? instant : every.after(instant, number - 1);
            }
            return value instanceof String text ? text.replace("#", Integer.toString(number)) : value;
        });
        return copy;
    }

    private Event event(Mapping mapping, Map<Field, Object> fields) {
        complete(fields);
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
