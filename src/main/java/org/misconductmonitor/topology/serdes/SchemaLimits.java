package org.misconductmonitor.topology.serdes;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.misconductmonitor.topology.serdes.MalformedRecordException.Reason;

/**
 * Refuses schemas that unfold without measure. Avro writes a named schema out wherever it is used before it reads the
 * first byte: forty records that each hold the one before twice are two kilobytes of text and a million million values.
 */
final class SchemaLimits {
    /** Our largest has some 300. */
    private static final int MOST_VALUES = 10_000;

    private static final int DEEPEST = 100;

    /** @param values it unfolds to @param height how deep it is */
    private record Size(int values, int height) {
        static final Size ONE = new Size(1, 1);
    }

    private final Map<Schema, Size> known = new IdentityHashMap<>();

    private SchemaLimits() {}

    /** @throws MalformedRecordException when records of this schema are not to be decoded */
    static void check(Schema schema) {
        new SchemaLimits().size(schema, 1);
    }

    private Size size(Schema schema, int depth) {
        List<Schema> parts = parts(schema);
        Size before = known.get(schema);
        if (parts.isEmpty() || before != null) {
            return parts.isEmpty() ? Size.ONE : before;
        }
        refuseIf(depth > DEEPEST);
        // What leads back here is read when the bytes say so, not before.
        known.put(schema, Size.ONE);
        int values = 1;
        int height = 0;
        for (Schema part : parts) {
            Size size = size(part, depth + 1);
            values += size.values;
            height = Math.max(height, size.height);
            refuseIf(values > MOST_VALUES);
        }
        refuseIf(height >= DEEPEST);
        Size size = new Size(values, height + 1);
        known.put(schema, size);
        return size;
    }

    private static List<Schema> parts(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().map(Schema.Field::schema).toList();
            case UNION -> schema.getTypes();
            case ARRAY -> List.of(schema.getElementType());
            case MAP -> List.of(schema.getValueType());
            default -> List.of();
        };
    }

    private static void refuseIf(boolean tooMuch) {
        if (tooMuch) {
            throw new MalformedRecordException(
                    Reason.UNDECODABLE,
                    "its schema unfolds to more than " + MOST_VALUES + " values or more than " + DEEPEST + " deep");
        }
    }
}
