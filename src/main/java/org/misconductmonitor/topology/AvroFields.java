package org.misconductmonitor.topology;

import static org.misconductmonitor.topology.EventAvro.instant;

import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Fields of a record by name. One that the writer's schema does not have is null, or what a number or list is before
 * anything happened.
 *
 * @param record in whatever version of its schema
 */
record AvroFields(IndexedRecord record) {
    private Object get(String name) {
        Schema.Field field = record.getSchema().getField(name);
        return field == null ? null : record.get(field.pos());
    }

    String text(String name) {
        Object value = get(name);
        return value == null ? null : value.toString();
    }

    int number(String name) {
        Object value = get(name);
        return value == null ? 0 : (Integer) value;
    }

    /** Of a field that every version has. */
    double decimal(String name) {
        return (Double) get(name);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(get(name));
    }

    Instant time(String name) {
        Object value = get(name);
        return value instanceof Long micros ? instant(micros) : (Instant) value;
    }

    List<IndexedRecord> records(String name) {
        return ((List<?>) get(name)).stream().map(IndexedRecord.class::cast).toList();
    }

    List<String> texts(String name) {
        Object value = get(name);
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(Object::toString).toList();
    }

    /** @return null if there is none */
    AvroFields part(String name) {
        Object value = get(name);
        return value == null ? null : new AvroFields((IndexedRecord) value);
    }

    /** The word of that name, or the other if there is none or it is of a newer release. */
    <E extends Enum<E>> E word(String name, Class<E> words, E other) {
        String text = text(name);
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        return other;
    }
}
