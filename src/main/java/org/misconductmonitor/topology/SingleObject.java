package org.misconductmonitor.topology;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** What Avro's single-object encoding puts before a record: two bytes that mark it and the fingerprint of its schema. */
final class SingleObject {
    private static final byte[] MARK = {(byte) 0xC3, 0x01};

    private SingleObject() {}

    static byte[] header(Schema schema) {
        return ByteBuffer.allocate(MARK.length + Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARK)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }
}
