package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Kinds of parameters. */
final class Params {
    /** Characters of a word or identity. */
    static final int LONGEST = 200;

    private static final int MOST_VALUES = 100;

    private Params() {}

    /** An identity in the path: any text without control characters. */
    static Param<String> id(String name, String description) {
        return new Param<>(
                name,
                Param.Place.PATH,
                description,
                Schemas.text().put("minLength", 1).put("maxLength", LONGEST),
                false,
                values -> word(values.get(0)),
                null);
    }

    /** A text that is looked for, or null. */
    static Param<String> text(String name, String description) {
        return new Param<>(
                name,
                Param.Place.QUERY,
                description,
                Schemas.text().put("minLength", 1).put("maxLength", LONGEST),
                false,
                values -> word(values.get(0)),
                null);
    }

    /** One of some known identities in the path; whoever answers says that there is no other. */
    static Param<String> knownId(String name, String description, List<String> known) {
        return new Param<>(
                name, Param.Place.PATH, description, Schemas.oneOf(known), false, values -> word(values.get(0)), null);
    }

    /** Several words, one of which is asked for. */
    static Param<Set<String>> words(String name, String description) {
        return new Param<>(
                name,
                Param.Place.QUERY,
                description + " May be given several times: any of them.",
                Schemas.text().put("minLength", 1).put("maxLength", LONGEST),
                true,
                values -> set(values, Params::word),
                Set.of());
    }

    /** Several texts that mean something together. */
    static <T> Param<T> texts(String name, String description, Function<List<String>, T> together, T absent) {
        return new Param<>(
                name,
                Param.Place.QUERY,
                description,
                Schemas.text().put("minLength", 1).put("maxLength", LONGEST),
                true,
                values -> together.apply(List.copyOf(set(values, Params::word))),
                absent);
    }

    /** Several words of a closed list, one of which is asked for. */
    static <E extends Enum<E>> Param<Set<E>> oneOf(String name, String description, Class<E> type) {
        return new Param<>(
                name,
                Param.Place.QUERY,
                description + " May be given several times: any of them.",
                Schemas.oneOf(names(type)),
                true,
                values -> set(values, value -> constant(type, value)),
                Set.of());
    }

    /**
     * One word of a closed list.
     *
     * @param absent the word that is meant if there is none; null: the value is null then
     */
    static <T> Param<T> choice(
            String name, String description, List<String> words, Function<String, T> of, String absent) {
        ObjectNode schema = Schemas.oneOf(words);
        if (absent != null) {
            schema.put("default", absent);
        }
        return new Param<>(
                name,
                Param.Place.QUERY,
                description,
                schema,
                false,
                values -> {
                    if (!words.contains(values.get(0))) {
                        throw new IllegalArgumentException("one of " + String.join(", ", words));
                    }
                    return of.apply(values.get(0));
                },
                absent == null ? null : of.apply(absent));
    }

    static Param<Boolean> flag(String name, String description) {
        return new Param<>(
                name,
                Param.Place.QUERY,
                description,
                Schemas.flag(),
                false,
                values -> switch (values.get(0)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("true or false");
                },
                null);
    }

    static Param<Integer> limit(int greatest, int byDefault) {
        return new Param<>(
                "limit",
                Param.Place.QUERY,
                "How many items at most.",
                Schemas.integer().put("minimum", 1).put("maximum", greatest).put("default", byDefault),
                false,
                values -> number(values.get(0), greatest),
                byDefault);
    }

    /** A date, which means its first moment in UTC, or a moment. */
    static Param<Instant> time(String name, String description) {
        return new Param<>(
                name,
                Param.Place.QUERY,
                description + " A date (its first moment, UTC) or an RFC 3339 time.",
                Schemas.text().put("example", "2024-03-01"),
                false,
                values -> instant(values.get(0)),
                null);
    }

    private static String word(String value) {
        if (value.isEmpty() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("1 to " + LONGEST + " characters, none of them a control character");
        }
        return value;
    }

    private static int number(String value, int greatest) {
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

    private static Instant instant(String value) {
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

    private static final String TIME = "a date such as 2024-03-01 or a time such as 2024-03-01T10:00:00Z";

    private static <E extends Enum<E>> E constant(Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of " + String.join(", ", names(type))));
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    private static <T> Set<T> set(List<String> values, Function<String, T> one) {
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException("given at most " + MOST_VALUES + " times");
        }
        return values.stream().map(one).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
