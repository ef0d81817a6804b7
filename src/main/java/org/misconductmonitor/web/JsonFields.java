package org.misconductmonitor.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields of a JSON object that was sent. What is wrong with any of them is gathered, by its name. */
final class JsonFields {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final JsonNode object;
    private final String place;
    private final List<ProblemException.Error> errors;

    private JsonFields(JsonNode object, String place, List<ProblemException.Error> errors) {
        this.object = object;
        this.place = place;
        this.errors = errors;
    }

    /**
     * Reads a body.
     *
     * @param errors where those that are wrong go
     * @throws ProblemException if it is no JSON object
     */
    static JsonFields read(byte[] body, List<ProblemException.Error> errors) {
        try {
            JsonNode read = MAPPER.readTree(body);
            if (read.isObject()) {
                return new JsonFields(read, "", errors);
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : ": look at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw ProblemException.of(ProblemType.INVALID_BODY, "the body is no JSON" + where);
        } catch (IOException e) {
            throw ProblemException.of(ProblemType.INVALID_BODY, "the body is no JSON in UTF-8");
        }
        throw ProblemException.of(ProblemType.INVALID_BODY, "the body must be a JSON object");
    }

    /** Refuses every field that is not one of these. */
    void allow(List<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                wrong(Texts.shown(name), "is no field here; there are " + String.join(", ", names));
            }
        });
    }

    /** @return null if there is none */
    String text(String name, int longest) {
        JsonNode value = value(name);
        if (value == null || (value.isTextual() && value.textValue().length() <= longest)) {
            return value == null ? null : value.textValue();
        }
        wrong(name, "must be a text of " + longest + " characters at most");
        return null;
    }

    /** An identity: a text without control characters. */
    String id(String name) {
        String text = text(name, Params.LONGEST);
        if (text == null || (!text.isBlank() && text.chars().noneMatch(Character::isISOControl))) {
            return text;
        }
        wrong(name, "must be a text without control characters, and not empty");
        return null;
    }

    /** @return null if there is none */
    Integer positive(String name) {
        JsonNode value = value(name);
        if (value == null || (value.isInt() && value.intValue() > 0)) {
            return value == null ? null : Integer.valueOf(value.intValue());
        }
        wrong(name, "must be a whole number from 1");
        return null;
    }

    /** @return null if there is none */
    Instant time(String name) {
        String text = text(name, Params.LONGEST);
        try {
            Instant time = text == null ? null : Instant.parse(text);
            if (time == null || time.atZone(ZoneOffset.UTC).getYear() <= 9999) {
                return time;
            }
        } catch (DateTimeException e) {
            wrong(name, "must be a time such as 2026-04-01T09:00:00Z");
            return null;
        }
        wrong(name, "must be a time before the year 10000");
        return null;
    }

    /** One of some words of a closed list; null if there is none. */
    <E extends Enum<E>> E word(String name, List<E> words) {
        String text = text(name, Params.LONGEST);
        List<String> names = words.stream().map(Enum::name).toList();
        if (text == null || names.contains(text)) {
            return text == null ? null : words.get(names.indexOf(text));
        }
        wrong(name, "must be one of " + String.join(", ", names));
        return null;
    }

    /** The objects of a list; none if it is not there. */
    List<JsonFields> items(String name, int most) {
        JsonNode value = value(name);
        List<JsonFields> items = new ArrayList<>();
        if (value == null || !value.isArray() || value.isEmpty() || value.size() > most) {
            wrong(name, "must be a list of 1 to " + most + " objects");
            return items;
        }
        for (JsonNode item : value) {
            String at = place + name + "[" + items.size() + "].";
            items.add(new JsonFields(item, at, errors));
            if (!item.isObject()) {
                wrong(name, "must be a list of objects");
            }
        }
        return items;
    }

    /** Notes what is wrong with a field. */
    void wrong(String name, String message) {
        errors.add(new ProblemException.Error(place + name, "'" + place + name + "' " + message));
    }

    /** Notes each of these that is not there. */
    void require(String... names) {
        Arrays.stream(names).filter(name -> value(name) == null).forEach(name -> wrong(name, "is missing"));
    }

    private JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
