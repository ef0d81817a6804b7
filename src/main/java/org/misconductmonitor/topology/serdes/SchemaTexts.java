package org.misconductmonitor.topology.serdes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Schemas without what only concerns Java. Generated classes carry {@code avro.java.string}, publishers in other
 * languages do not; registries compare texts, so both must come to the same one. The {@code java-class} family names
 * classes to instantiate, which is not for a publisher to decide.
 */
final class SchemaTexts {
    private static final Set<String> JAVA_ONLY =
            Set.of(GenericData.STRING_PROP, "java-class", "java-key-class", "java-element-class");

    /** Avro reserves the memory of a fixed before it reads it. */
    private static final int MAX_FIXED = 1 << 16;

    private final ObjectMapper mapper = new ObjectMapper();

    /** A parser for schemas of others: their defaults and names are not ours to refuse. */
    static Schema.Parser lenientParser() {
        return new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
    }

    /** The text to register and to look up, equal to that of the schema file that the class was generated from. */
    String portable(Schema schema) {
        return stripped(schema).toString();
    }

    Schema stripped(Schema schema) {
        try {
            JsonNode json = mapper.readTree(schema.toString());
            strip(json);
            return lenientParser().parse(json.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro printed a schema that is not JSON: " + schema.getFullName(), e);
        }
    }

    /**
     * The same schema, decoded with {@link String} for every string and map key.
     *
     * @throws MalformedRecordException when decoding with it is not safe
     */
    Schema withJavaStrings(Schema schema) {
        SchemaLimits.check(schema);
        Schema copy = stripped(schema);
        addStrings(copy, Collections.newSetFromMap(new IdentityHashMap<>()));
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_ONLY);
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                if (!property.getKey().equals("default")) {
                    strip(property.getValue());
                }
            }
        } else {
            node.forEach(SchemaTexts::strip);
        }
    }

    private static void addStrings(Schema schema, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return;
        }
        switch (schema.getType()) {
            case STRING -> schema.addProp(GenericData.STRING_PROP, "String");
            case MAP -> {
                schema.addProp(GenericData.STRING_PROP, "String");
                addStrings(schema.getValueType(), seen);
            }
            case ARRAY -> addStrings(schema.getElementType(), seen);
            case UNION -> schema.getTypes().forEach(branch -> addStrings(branch, seen));
            case RECORD -> schema.getFields().forEach(field -> addStrings(field.schema(), seen));
            case FIXED -> {
                if (schema.getFixedSize() > MAX_FIXED) {
                    throw new MalformedRecordException(
                            MalformedRecordException.Reason.UNDECODABLE,
                            "its schema has a fixed of " + schema.getFixedSize() + " bytes");
                }
            }
            default -> {}
        }
    }
}
