package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** JSON Schemas as OpenAPI 3.1 has them. */
final class Schemas {
    private static final String TYPE = "type";
    private static final String DESCRIPTION = "description";

    private Schemas() {}

    static ObjectNode text() {
        return type("string");
    }

    static ObjectNode text(String description) {
        return text().put(DESCRIPTION, description);
    }

    static ObjectNode integer() {
        return type("integer");
    }

    static ObjectNode integer(String description) {
        return integer().put(DESCRIPTION, description);
    }

    static ObjectNode number(String description) {
        return type("number").put(DESCRIPTION, description);
    }

    static ObjectNode flag() {
        return type("boolean");
    }

    static ObjectNode flag(String description) {
        return flag().put(DESCRIPTION, description);
    }

    static ObjectNode time(String description) {
        return text(description).put("format", "date-time");
    }

    static ObjectNode oneOf(List<String> words) {
        ObjectNode schema = text();
        ArrayNode values = schema.putArray("enum");
        words.forEach(values::add);
        return schema;
    }

    static ObjectNode array(ObjectNode items) {
        ObjectNode schema = type("array");
        schema.set("items", items);
        return schema;
    }

    static ObjectNode array(ObjectNode items, String description) {
        return array(items).put(DESCRIPTION, description);
    }

    /** One of several types. */
    static ObjectNode anyOf(String description, String... types) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put(DESCRIPTION, description);
        ArrayNode names = schema.putArray(TYPE);
        List.of(types).forEach(names::add);
        return schema;
    }

    /** An object; add its fields with {@link Fields}. Others may come with later releases. */
    static Fields object() {
        return new Fields(type("object"));
    }

    /** An object of which only this is known. */
    static ObjectNode anyObject(String description) {
        return type("object").put(DESCRIPTION, description);
    }

    /** A schema of the document's components. */
    static ObjectNode ref(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static ObjectNode type(String name) {
        return JsonNodeFactory.instance.objectNode().put(TYPE, name);
    }

    /** Fields of an object, one after the other. */
    static final class Fields {
        private final ObjectNode schema;
        private final ObjectNode properties;
        private final ArrayNode required = JsonNodeFactory.instance.arrayNode();

        private Fields(ObjectNode schema) {
            this.schema = schema;
            this.properties = schema.putObject("properties");
        }

        /** A field that is always there. */
        Fields with(String name, ObjectNode type) {
            required.add(name);
            return maybe(name, type);
        }

        /** A field that is left out where it has no value. */
        Fields maybe(String name, ObjectNode type) {
            properties.set(name, type);
            return this;
        }

        ObjectNode build() {
            if (!required.isEmpty()) {
                schema.set("required", required);
            }
            return schema;
        }
    }
}
