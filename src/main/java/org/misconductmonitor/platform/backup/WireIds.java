package org.misconductmonitor.platform.backup;

import java.nio.ByteBuffer;
import java.util.Map;

/** Ids of schemas in values of the Confluent wire format: a zero, four bytes of the id, the record. */
final class WireIds {
    private static final int HEADER = 5;
    private static final int NONE = -1;

    private WireIds() {}

    /** The id that it seems to carry, or -1. What other serializers wrote may begin like that too. */
    static int of(byte[] value) {
        return value == null || value.length < HEADER || value[0] != 0
                ? NONE
                : ByteBuffer.wrap(value).getInt(1);
    }

    /** The same value with the id that its schema has elsewhere; what is not in the map stays as it is. */
    static byte[] changed(byte[] value, Map<Integer, Integer> ids) {
        Integer id = ids.get(of(value));
        if (id == null || id == of(value)) {
            return value;
        }
        byte[] changed = value.clone();
        ByteBuffer.wrap(changed).putInt(1, id);
        return changed;
    }
}
