package org.misconductmonitor.event.input;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.misconductmonitor.event.EventFormatException;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.InstantText;
import org.misconductmonitor.event.Rejection.Reason;

/**
 * How one field of an event comes from a row.
 *
 * @param place in the mapping file, for errors
 * @param values translations; empty means that the text is taken as it is
 * @param otherwise translation of every other text, or null
 * @param keepsOthers whether texts without a translation are taken as they are
 */
record CellRule(
        Field field,
        String place,
        CellText text,
        Map<String, String> values,
        String otherwise,
        boolean keepsOthers,
        DateFormats dates) {

    CellRule bind(Map<String, Integer> header) {
        return new CellRule(field, place, text.bind(header, place), values, otherwise, keepsOthers, dates);
    }

    /**
     * @return the value in the Java type of the field, or null if the cell is empty
     * @throws EventFormatException if the text is no value of the field
     */
    Object value(List<String> cells) {
        String found = text.of(cells);
        if (found == null) {
            return null;
        }
        String translated = translate(found);
        return switch (field.kind()) {
            case TEXT, VOCABULARY -> translated;
            case INTEGER -> integer(translated);
            case FLAG -> flag(translated);
            case INSTANT -> instant(translated);
        };
    }

    private String translate(String found) {
        if (values.isEmpty()) {
            return found;
        }
        String translated = values.getOrDefault(found, otherwise);
        if (translated == null && !keepsOthers) {
            throw new EventFormatException(
                    Reason.UNTRANSLATED, field.jsonName(), "add it to values, or set otherwise or keepOthers there");
        }
        return translated == null ? found : translated;
    }

    private Integer integer(String number) {
        try {
            return Integer.valueOf(number);
        } catch (NumberFormatException e) {
            throw wrong("write a whole number");
        }
    }

    private Boolean flag(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("write true or false, or translate: values: { Y: true, N: false }");
        };
    }

    private Instant instant(String date) {
        Instant instant = dates.parse(date);
        if (instant == null) {
            throw wrong(dates.patterns().isEmpty() ? InstantText.HINT : "no pattern of dates in the mapping fits");
        }
        return instant;
    }

    private EventFormatException wrong(String hint) {
        return new EventFormatException(Reason.WRONG_TYPE, field.jsonName(), hint);
    }
}
