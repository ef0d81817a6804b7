package org.misconductmonitor.topology.serdes;

import java.nio.ByteBuffer;

/** The Confluent frame: a zero byte, the schema id in four bytes big-endian, Avro binary. */
final class WireFormat {
    static final int HEADER = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    /** @throws MalformedRecordException when the bytes are not such a frame */
    static int schemaId(byte[] frame) {
        if (frame.length < HEADER) {
            throw new MalformedRecordException(
                    MalformedRecordException.Reason.NOT_AVRO_FRAME, "only " + frame.length + " bytes");
        }
        if (frame[0] != MAGIC) {
            throw new MalformedRecordException(
                    MalformedRecordException.Reason.NOT_AVRO_FRAME, "the first byte is not 0");
        }
        return ByteBuffer.wrap(frame).getInt(1);
    }

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(schemaId).array();
    }
}
