package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Kinds of parameters. */
final class Params {
    /** Characters of a word or identity. */
    static final int LONGEST = ParamValues.LONGEST;

    private Params() {}

    /** An identity in the path: any text without control characters. */
    static Param<String> id(String name, String description) {
        return new Param<>(
                name,
                Param.Place.PATH,
                description,
                Schemas.text().put("minLength", 1).put("maxLength", LONGEST),
                false,
                values -> ParamValues.word(values.get(0)),
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
                values -> ParamValues.word(values.get(0)),
                null);
    }

    /** One of some known identities in the path; whoever answers says that there is no other. */
    static Param<String> knownId(String name, String description, List<String> known) {
        return new Param<>(
                name,
                Param.Place.PATH,
                description,
                Schemas.oneOf(known),
                false,
                values -> ParamValues.word(values.get(0)),
                null);
    }

    /** Several words, one of which is asked for. */
    static Param<Set<String>> words(String name, String description) {
        return words(name, description, ParamValues::word);
    }

    private static Param<Set<String>> words(String name, String description, Function<String, String> one) {
        return new Param<>(
                name,
                Param.Place.QUERY,
                description + " May be given several times: any of them.",
                Schemas.text().put("minLength", 1).put("maxLength", LONGEST),
                true,
                values -> ParamValues.set(values, one),
                Set.of());
    }

    /** The same where words are in capitals, however they are given. */
    static Param<Set<String>> capitals(String name, String description) {
        return words(name, description, value -> ParamValues.word(value).toUpperCase(Locale.ROOT));
    }

    /** Several texts that mean something together. */
    static <T> Param<T> texts(String name, String description, Function<List<String>, T> together, T absent) {
        return new Param<>(
                name,
                Param.Place.QUERY,
                description,
                Schemas.text().put("minLength", 1).put("maxLength", LONGEST),
                true,
                values -> together.apply(List.copyOf(ParamValues.set(values, ParamValues::word))),
                absent);
    }

    /** Several words of a closed list, one of which is asked for. */
    static <E extends Enum<E>> Param<Set<E>> oneOf(String name, String description, Class<E> type) {
        return new Param<>(
                name,
                Param.Place.QUERY,
                description + " May be given several times: any of them.",
                Schemas.oneOf(ParamValues.names(type)),
                true,
                values -> ParamValues.set(values, value -> ParamValues.constant(type, value)),
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
                values -> ParamValues.number(values.get(0), greatest),
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
                values -> ParamValues.instant(values.get(0)),
                null);
    }
}
