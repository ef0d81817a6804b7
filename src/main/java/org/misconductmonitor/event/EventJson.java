package org.misconductmonitor.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.misconductmonitor.event.Rejection.Reason;

/** One event as one JSON object, with the names of {@link Field#jsonName()}. */
public final class EventJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private EventJson() {}

    /**
     * Reads what a person or system sends in: an unknown field or type is a typing error and refused; a null is an
     * absent field.
     *
     * @throws EventFormatException if it is not an event; the message names field and reason, never a value
     */
    public static Event read(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return read(bytes, 0, bytes.length, new EventDraft());
    }

    /** The same from valid UTF-8, with a draft to be used again and again. */
    public static Event read(byte[] json, int from, int length, EventDraft draft) {
        draft.clear();
        try (JsonParser parser = FACTORY.createParser(json, from, length)) {
            readFields(parser, draft);
            return draft.build(type(draft));
        } catch (JsonProcessingException e) {
            throw notJson(e.getLocation() == null ? 0 : e.getLocation().getColumnNr());
        } catch (InvalidEventException e) {
            throw new EventFormatException(
                    e.rejection().reason(), e.rejection().field().jsonName(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compact JSON, fields in the order of {@link Field}: equal events give equal text. */
    public static String write(Event event) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(event, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes the same object into a larger document. */
    public static void write(Event event, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Field field : Field.values()) {
            Object value = event.get(field);
            if (value instanceof Integer number) {
                generator.writeNumberField(field.jsonName(), number);
            } else if (value instanceof Boolean flag) {
                generator.writeBooleanField(field.jsonName(), flag);
            } else if (value != null) {
                generator.writeStringField(field.jsonName(), value.toString());
            }
        }
        generator.writeEndObject();
    }

    private static void readFields(JsonParser parser, EventDraft draft) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw notJson(1);
        }
        FieldBits seen = new FieldBits();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Field field = Field.named(name).orElse(null);
            if (field == null) {
                throw unknownField(name);
            }
            if (!seen.add(field)) {
                throw new EventFormatException(Reason.DUPLICATE_FIELD, name, "leave one of the two");
            }
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                draft.set(field, value(parser, field));
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw new EventFormatException(Reason.NOT_JSON, null, "write one object a line and nothing after it");
        }
    }

    private static Object value(JsonParser parser, Field field) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (field.kind()) {
            case TEXT, VOCABULARY ->
                token == JsonToken.VALUE_STRING ? text(parser, field) : wrong(field, "write text in double quotes");
            case INSTANT -> token == JsonToken.VALUE_STRING ? instant(parser, field) : wrong(field, InstantText.HINT);
            case INTEGER -> token == JsonToken.VALUE_NUMBER_INT ? integer(parser, field) : wholeNumber(field);
            case FLAG ->
                token.isBoolean() ? token == JsonToken.VALUE_TRUE : wrong(field, "write true or false without quotes");
        };
    }

    private static String text(JsonParser parser, Field field) throws IOException {
        String text = parser.getText();
        return Texts.isWellFormed(text) ? text : (String) wrong(field, "half a surrogate pair is no character");
    }

    private static Object instant(JsonParser parser, Field field) throws IOException {
        Instant instant = InstantText.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        return instant == null ? wrong(field, InstantText.HINT) : instant;
    }

    private static Object integer(JsonParser parser, Field field) throws IOException {
        try {
            return parser.getIntValue();
        } catch (InputCoercionException e) {
            return wholeNumber(field);
        }
    }

    private static EventType type(EventDraft draft) {
        String word = (String) draft.get(Field.EVENT_TYPE);
        if (word == null) {
            throw new InvalidEventException(Reason.MISSING_FIELD, Field.EVENT_TYPE);
        }
        return Texts.knownType(word);
    }

    private static Object wholeNumber(Field field) {
        return wrong(field, "write a whole number without quotes");
    }

    private static Object wrong(Field field, String hint) {
        throw new EventFormatException(Reason.WRONG_TYPE, field.jsonName(), hint);
    }

    private static EventFormatException unknownField(String name) {
        String hint = NearestName.hint(
                name, Arrays.stream(Field.values()).map(Field::jsonName), "the schemas list the names of all fields");
        return new EventFormatException(Reason.UNKNOWN_FIELD, NearestName.shown(name), hint);
    }

    private static EventFormatException notJson(int column) {
        return new EventFormatException(Reason.NOT_JSON, null, "it goes wrong at column " + column);
    }
}
