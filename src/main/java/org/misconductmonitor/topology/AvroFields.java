package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;

/**
 * Fields of a record by name. One that the writer's schema does not have is null, or what a number or list is before
 * anything happened. One that holds something else than is asked for is an {@link InvalidEventException}: a schema of that
 * name may say anything.
 *
 * @param record in whatever version of its schema
 */
record AvroFields(IndexedRecord record) {
    private Object get(String name) {
        Schema.Field field = record.getSchema().getField(name);
        return field == null ? null : record.get(field.pos());
    }

    private <T> T get(String name, Class<T> type) {
        Object value = get(name);
        if (value != null && !type.isInstance(value)) {
            throw new InvalidEventException(Rejection.Reason.WRONG_TYPE, null);
        }
        return type.cast(value);
    }

    private <T> T required(T value) {
        if (value == null) {
            throw new InvalidEventException(Rejection.Reason.MISSING_FIELD, null);
        }
        return value;
    }

    String text(String name) {
        return text(get(name));
    }

    /** Of a field that every version has. */
    String requiredText(String name) {
        return required(text(name));
    }

    int number(String name) {
        Integer value = get(name, Integer.class);
        return value == null ? 0 : value;
    }

    /** Of a field that every version has. */
    long requiredWhole(String name) {
        return required(get(name, Long.class));
    }

    /** Of a field that every version has. */
    double decimal(String name) {
        return required(get(name, Double.class));
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(get(name));
    }

    Instant time(String name) {
        return get(name) instanceof Long number
                ? InstantUnit.of(record.getSchema().getField(name).schema()).instant(number)
                : get(name, Instant.class);
    }

    /** Of a field that every version has. */
    Instant requiredTime(String name) {
        return required(time(name));
    }

    List<IndexedRecord> records(String name) {
        List<?> value = required(get(name, List.class));
        return value.stream().map(IndexedRecord.class::cast).toList();
    }

    List<String> texts(String name) {
        List<?> value = get(name, List.class);
        return value == null ? List.of() : value.stream().map(AvroFields::text).toList();
    }

    /** @return null if there is none */
    AvroFields part(String name) {
        IndexedRecord value = get(name, IndexedRecord.class);
        return value == null ? null : new AvroFields(value);
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

    private static String text(Object value) {
        boolean isText = value == null
                || value instanceof CharSequence
                || value instanceof Enum
                || value instanceof GenericData.EnumSymbol;
        if (!isText) {
            throw new InvalidEventException(Rejection.Reason.WRONG_TYPE, null);
        }
        return value == null ? null : value.toString();
    }
}
