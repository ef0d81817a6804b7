package org.misconductmonitor.event;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The optional fields of an event: immutable, compact, in the order of {@link Field}. */
public final class Details {
    public static final Details NONE = new Details(new Field[0], new Object[0]);

    private final Field[] fields;
    private final Object[] values;

    private Details(Field[] fields, Object[] values) {
        this.fields = fields;
        this.values = values;
    }

    /** @return the value in the Java type of {@link Field#kind()}, or null */
    public Object get(Field field) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] == field) {
                return values[i];
            }
        }
        return null;
    }

    public int size() {
        return fields.length;
    }

    /** The i-th field that has a value: with {@link #valueAt} the loop that allocates nothing. */
    public Field fieldAt(int i) {
        return fields[i];
    }

    public Object valueAt(int i) {
        return values[i];
    }

    public void forEach(BiConsumer<Field, Object> action) {
        for (int i = 0; i < fields.length; i++) {
            action.accept(fields[i], values[i]);
        }
    }

    /** Takes the values that are not null, in the order of {@link Field}. */
    public static Details of(Map<Field, ?> values) {
        EnumMap<Field, Object> sorted = new EnumMap<>(Field.class);
        values.forEach((field, value) -> {
            if (value != null) {
                sorted.put(field, value);
            }
        });
        return sorted.isEmpty()
                ? NONE
                : new Details(
                        sorted.keySet().toArray(Field[]::new), sorted.values().toArray());
    }

    /** Takes both arrays as they are: in the order of {@link Field}, without nulls, not changed afterwards. */
    static Details ofSorted(Field[] fields, Object[] values) {
        return fields.length == 0 ? NONE : new Details(fields, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Details that
                && Arrays.equals(fields, that.fields)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(fields) + Arrays.hashCode(values);
    }

    /** Names of the fields only: values are personal data and must not reach a log. */
    @Override
    public String toString() {
        return Arrays.toString(fields);
    }
}
