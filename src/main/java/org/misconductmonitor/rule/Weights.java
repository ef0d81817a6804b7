package org.misconductmonitor.rule;

import java.util.Map;
import java.util.Objects;
import org.misconductmonitor.event.Field;

/**
 * What a fact weighs by the value of one field. What weighs nothing takes no part.
 *
 * @param field a field of text
 * @param values weights from 0 by value
 * @param otherwise the weight of any other value, and of a fact without one
 */
public record Weights(Field field, Map<String, Integer> values, int otherwise) {
    /** The most that one fact may weigh: sums of any number of them stay exact. */
    public static final int MOST = 10_000;

    public Weights {
        Objects.requireNonNull(field, "field");
        values = Map.copyOf(values);
        if (!isWeight(otherwise) || !values.values().stream().allMatch(Weights::isWeight)) {
            throw new IllegalArgumentException("a weight lies between 0 and " + MOST);
        }
    }

    private static boolean isWeight(int weight) {
        return weight >= 0 && weight <= MOST;
    }

    public int of(FieldSource fact) {
        Object value = fact.get(field);
        return value == null ? otherwise : values.getOrDefault(value, otherwise);
    }
}
