package org.misconductmonitor.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the text of a parameter becomes a value; what is not allowed is refused with what is, to follow "must be". */
final class ParamValues {
    /** Characters of a word or identity. */
    static final int LONGEST = 200;

    private static final int MOST_VALUES = 100;
    private static final String TIME = "a date such as 2024-03-01 or a time such as 2024-03-01T10:00:00Z";

    private ParamValues() {}

    static String word(String value) {
        if (value.isEmpty() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("1 to " + LONGEST + " characters, none of them a control character");
        }
        return value;
    }

    static int number(String value, int greatest) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number from 1 to " + greatest, e);
        }
        throw new IllegalArgumentException("a whole number from 1 to " + greatest);
    }

    static Instant instant(String value) {
        try {
            Instant instant = value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
            int year = instant.atZone(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= 9999) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(TIME, e);
        }
        throw new IllegalArgumentException(TIME);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of " + String.join(", ", names(type))));
    }

    static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    static <T> Set<T> set(List<String> values, Function<String, T> one) {
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException("given at most " + MOST_VALUES + " times");
        }
        return values.stream().map(one).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
