package org.misconductmonitor.topology;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventDraft;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;

/**
 * Events as Avro records and back, by the names of the fields. Reads records in whatever version of the schema they were
 * written with: fields that this release does not know are passed over, words it does not know are kept as they are.
 */
public final class EventAvro {
    private static final long MICROS = 1_000_000;
    /** A publisher may register ever new schemas. */
    private static final int MOST_PLANS = 1_000;

    private record Slot(int position, Field field, InstantUnit unit) {}

    private record Plan(Schema schema, List<Slot> slots) {}

    private final Map<Schema, List<Slot>> plans = new ConcurrentHashMap<>();
    private final Map<Feed, Schema> schemas = new EnumMap<>(Feed.class);
    private volatile Plan last;

    public EventAvro() {
        schemas.put(Feed.ALLEGATIONS, TopicSchemas.of(MonitorTopic.ALLEGATIONS));
        schemas.put(Feed.VETTING, TopicSchemas.of(MonitorTopic.VETTING));
        schemas.put(Feed.WORKFORCE, TopicSchemas.of(MonitorTopic.WORKFORCE));
        schemas.put(Feed.REPORTS, TopicSchemas.of(MonitorTopic.REPORTS));
    }

    /** The topic that events of the feed go to. */
    public static MonitorTopic topic(Feed feed) {
        return switch (feed) {
            case ALLEGATIONS -> MonitorTopic.ALLEGATIONS;
            case VETTING -> MonitorTopic.VETTING;
            case WORKFORCE -> MonitorTopic.WORKFORCE;
            case REPORTS -> MonitorTopic.REPORTS;
        };
    }

    /**
     * Reads an event of a feed.
     *
     * @throws InvalidEventException if it is another record, or a field is missing or of another type
     */
    public Event read(Object decoded, Feed feed) {
        return read(decoded, feed, new EventDraft());
    }

    /** As {@link #read(Object, Feed)}, with a draft that is used again and again: one for each thread. */
    Event read(Object decoded, Feed feed, EventDraft draft) {
        if (!(decoded instanceof IndexedRecord record)
                || !record.getSchema().getName().equals(schemas.get(feed).getName())) {
            throw new InvalidEventException(Rejection.Reason.WRONG_RECORD, null);
        }
        draft.clear();
        for (Slot slot : plan(record.getSchema())) {
            Object value = record.get(slot.position);
            if (value != null) {
                draft.set(slot.field, java(value, slot));
            }
        }
        return draft.build();
    }

    /**
     * Writes an event in this release's schema of its feed.
     *
     * @throws InvalidEventException if the event is of no known type, or has a field that its feed does not have
     */
    public IndexedRecord write(Event event) {
        if (event.type().feed() == null) {
            throw new InvalidEventException(Rejection.Reason.UNKNOWN_TYPE, Field.EVENT_TYPE);
        }
        Schema schema = schemas.get(event.type().feed());
        GenericData.Record record = new GenericData.Record(schema);
        event.fields().forEach((field, value) -> {
            Schema.Field slot = schema.getField(field.jsonName());
            if (slot == null) {
                throw new InvalidEventException(Rejection.Reason.NOT_IN_FEED, field);
            }
            record.put(slot.pos(), avro(value, slot.schema(), field));
        });
        return record;
    }

    /** A schema's hash takes in all its fields: the one seen last is found by identity. */
    private List<Slot> plan(Schema schema) {
        Plan known = last;
        if (known == null || known.schema != schema) {
            if (plans.size() >= MOST_PLANS) {
                plans.clear();
            }
            known = new Plan(schema, plans.computeIfAbsent(schema, EventAvro::slots));
            last = known;
        }
        return known.slots;
    }

    private static List<Slot> slots(Schema schema) {
        return schema.getFields().stream()
                .filter(field -> Field.named(field.name()).isPresent())
                .map(field ->
                        new Slot(field.pos(), Field.named(field.name()).orElseThrow(), InstantUnit.of(field.schema())))
                .toList();
    }

    private static Object java(Object value, Slot slot) {
        return switch (slot.field.kind()) {
            case TEXT, VOCABULARY -> text(value);
            case INSTANT -> value instanceof Long number ? instant(number, slot) : value;
            case INTEGER, FLAG -> value;
        };
    }

    private static Instant instant(long number, Slot slot) {
        if (slot.unit == InstantUnit.NONE) {
            throw new InvalidEventException(Rejection.Reason.WRONG_TYPE, slot.field);
        }
        return slot.unit.instant(number);
    }

    private static Object text(Object value) {
        return value instanceof CharSequence || value instanceof Enum || value instanceof GenericData.EnumSymbol
                ? value.toString()
                : value;
    }

    private static Object avro(Object value, Schema schema, Field field) {
        Schema type = schema.isUnion() ? schema.getTypes().get(1) : schema;
        return switch (field.kind()) {
            case INSTANT -> micros((Instant) value);
            case TEXT, VOCABULARY -> type.getType() == Schema.Type.ENUM ? symbol(type, (String) value, field) : value;
            case INTEGER, FLAG -> value;
        };
    }

    private static Object symbol(Schema type, String word, Field field) {
        if (!type.hasEnumSymbol(word)) {
            throw new InvalidEventException(Rejection.Reason.UNKNOWN_WORD, field);
        }
        return new GenericData.EnumSymbol(type, word);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1000);
    }
}
