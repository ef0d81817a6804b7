package org.misconductmonitor.topology.serdes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/** Encodes records of one schema in Avro's binary encoding, reusing its buffers. For one thread. */
public final class PayloadEncoder {
    private static final byte[] NO_HEADER = {};

    private final DatumWriter<IndexedRecord> writer;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder;

    /** Of generic records that are known to hold what the schema asks for. */
    public PayloadEncoder(Schema schema) {
        this(new PlainDatumWriter(schema));
    }

    PayloadEncoder(DatumWriter<IndexedRecord> writer) {
        this.writer = writer;
    }

    /** The record, which must not be changed afterwards, with its bytes. */
    public EncodedRecord encoded(IndexedRecord record) throws IOException {
        return new EncodedRecord(record.getSchema(), behind(NO_HEADER, record), () -> record);
    }

    /** The bytes of a record behind whatever tells the schema. */
    public byte[] behind(byte[] header, IndexedRecord record) throws IOException {
        buffer.reset();
        buffer.writeBytes(header);
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(buffer, encoder);
        // One that fails half-way keeps what it has, and would write it in front of the next record.
        encoder = null;
        writer.write(record, out);
        out.flush();
        encoder = out;
        return buffer.toByteArray();
    }
}
