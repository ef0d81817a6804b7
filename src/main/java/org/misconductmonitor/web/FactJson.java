package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.misconductmonitor.engine.RecordView;
import org.misconductmonitor.event.Field;

/** A fact of a record as it is answered. */
final class FactJson {
    private FactJson() {}

    static ObjectNode write(RecordView.Fact fact) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("eventId", fact.event().eventId());
        json.put("eventType", Objects.toString(fact.event().get(Field.EVENT_TYPE)));
        json.put("at", fact.at().toString());
        json.put("standing", fact.standing().name());
        json.put("handedOverHere", fact.stored().hop() != null);
        ObjectNode fields = json.putObject("fields");
        ArrayNode corrected = json.putArray("corrected");
        for (Field field : Field.values()) {
            Object value = fact.seen().get(field);
            put(fields, field.jsonName(), value);
            if (!Objects.equals(value, fact.event().get(field))) {
                corrected.add(field.jsonName());
            }
        }
        return json;
    }

    static void put(ObjectNode json, String name, Object value) {
        if (value instanceof Integer number) {
            json.put(name, number);
        } else if (value instanceof Boolean flag) {
            json.put(name, flag);
        } else if (value != null) {
            json.put(name, value.toString());
        }
    }

    static ObjectNode schema() {
        List<String> standings =
                Arrays.stream(RecordView.Standing.values()).map(Enum::name).toList();
        return Schemas.object()
                .with("eventId", Schemas.text("Identity of the fact."))
                .with("eventType", Schemas.text("What happened, such as RECORDED."))
                .with("at", Schemas.time("Its own business time, as published."))
                .with(
                        "standing",
                        Schemas.oneOf(standings)
                                .put(
                                        "description",
                                        "What becomes of it: only those that COUNT are looked at by rules."))
                .with("handedOverHere", Schemas.flag("Published under another officer and reassigned to this one."))
                .with(
                        "fields",
                        Schemas.anyObject(
                                "Every field with a value, by the names of the event schemas, as other facts correct it."))
                .with(
                        "corrected",
                        Schemas.array(Schemas.text(), "Names of the fields that are not as the fact itself says."))
                .build();
    }
}
