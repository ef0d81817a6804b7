package org.misconductmonitor.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.Field;

/** Which facts a rule looks at. */
public sealed interface Filter {
    /** Matches every fact. */
    Filter EVERYTHING = new All(List.of());

    boolean matches(FieldSource fact);

    /** Tells every field the answer depends on. */
    void fields(Consumer<Field> reader);

    /**
     * The field has one of the values.
     *
     * @param field the field
     * @param values in the Java type of the field
     */
    record In(Field field, Set<Object> values) implements Filter {
        public In {
            values = Set.copyOf(values);
        }

        @Override
        public boolean matches(FieldSource fact) {
            Object value = fact.get(field);
            return value != null && values.contains(value);
        }

        @Override
        public void fields(Consumer<Field> reader) {
            reader.accept(field);
        }
    }

    /**
     * The field has any value ({@code exists: true}); negate for {@code exists: false}.
     *
     * @param field the field
     */
    record Exists(Field field) implements Filter {
        @Override
        public boolean matches(FieldSource fact) {
            return fact.get(field) != null;
        }

        @Override
        public void fields(Consumer<Field> reader) {
            reader.accept(field);
        }
    }

    /** A comparison of a number or date. */
    enum Operator {
        GT,
        GTE,
        LT,
        LTE;

        private boolean holds(int comparison) {
            return switch (this) {
                case GT -> comparison > 0;
                case GTE -> comparison >= 0;
                case LT -> comparison < 0;
                case LTE -> comparison <= 0;
            };
        }
    }

    /**
     * The field compares to a bound; a fact without the field does not match.
     *
     * @param field a field of numbers or dates
     * @param operator how
     * @param bound in the Java type of the field
     */
    record Compare(Field field, Operator operator, Object bound) implements Filter {
        @Override
        public boolean matches(FieldSource fact) {
            Object value = fact.get(field);
            return value != null && operator.holds(compare(value, bound));
        }

        @SuppressWarnings("unchecked")
        private static int compare(Object value, Object bound) {
            return ((Comparable<Object>) value).compareTo(bound);
        }

        @Override
        public void fields(Consumer<Field> reader) {
            reader.accept(field);
        }
    }

    /**
     * Every part matches; none at all is everything.
     *
     * @param parts the parts
     */
    record All(List<Filter> parts) implements Filter {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(FieldSource fact) {
            for (Filter part : parts) {
                if (!part.matches(fact)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void fields(Consumer<Field> reader) {
            parts.forEach(part -> part.fields(reader));
        }
    }

    /**
     * At least one part matches.
     *
     * @param parts the parts
     */
    record Any(List<Filter> parts) implements Filter {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(FieldSource fact) {
            for (Filter part : parts) {
                if (part.matches(fact)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void fields(Consumer<Field> reader) {
            parts.forEach(part -> part.fields(reader));
        }
    }

    /**
     * The part does not match.
     *
     * @param part the part
     */
    record Not(Filter part) implements Filter {
        @Override
        public boolean matches(FieldSource fact) {
            return !part.matches(fact);
        }

        @Override
        public void fields(Consumer<Field> reader) {
            part.fields(reader);
        }
    }
}
