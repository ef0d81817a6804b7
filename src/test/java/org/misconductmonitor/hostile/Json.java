package org.misconductmonitor.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** Schemas as the JSON that they are written in. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    static ObjectNode object(Schema schema) {
        return (ObjectNode) read(schema.toString());
    }

    static Schema schema(JsonNode json) {
        return new Schema.Parser().setValidateDefaults(false).parse(json.toString());
    }

    /** The field of that name among the fields of a record's schema. */
    static ObjectNode field(ArrayNode fields, String name) {
        return (ObjectNode) fields.get(index(fields, name));
    }

    /** Gives the field another type, and takes its default away, which may not be of that type. */
    static void type(ArrayNode fields, String name, String type) {
        ObjectNode field = field(fields, name);
        field.remove("default");
        field.set("type", read(type));
    }

    static int index(ArrayNode fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).get("name").asText().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
