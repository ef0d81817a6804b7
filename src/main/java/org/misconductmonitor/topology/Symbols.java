package org.misconductmonitor.topology;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;

/** Where the words of one of our types are in an Avro enum, looked up once. */
final class Symbols<E extends Enum<E>> {
    private final int[] ordinals;

    /** @param words all there are; each must be a symbol */
    Symbols(Schema schema, E[] words) {
        ordinals = new int[words.length];
        for (E word : words) {
            ordinals[word.ordinal()] = schema.getEnumOrdinal(word.name());
        }
    }

    void write(E word, Encoder out) throws IOException {
        out.writeEnum(ordinals[word.ordinal()]);
    }

    /** Of a field that may be null. */
    void optional(E word, Encoder out) throws IOException {
        out.writeIndex(word == null ? 0 : 1);
        if (word != null) {
            write(word, out);
        }
    }
}
