package org.misconductmonitor.topology.serdes;

import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * The bytes of a record, so that what goes to several places is encoded once. Never changed. Serializers other than ours
 * look at its fields: for them it is made a record. One thread at a time.
 */
public final class EncodedRecord implements IndexedRecord {
    private final Schema schema;
    private final byte[] payload;
    private final Supplier<? extends IndexedRecord> fields;
    private IndexedRecord record;

    /**
     * @param schema of the record
     * @param payload the record in Avro's binary encoding
     * @param fields makes the record
     */
    public EncodedRecord(Schema schema, byte[] payload, Supplier<? extends IndexedRecord> fields) {
        this.schema = schema;
        this.payload = payload;
        this.fields = fields;
    }

    /** In Avro's binary encoding, behind whatever tells the schema. */
    public byte[] behind(byte[] header) {
        byte[] frame = new byte[header.length + payload.length];
        System.arraycopy(header, 0, frame, 0, header.length);
        System.arraycopy(payload, 0, frame, header.length, payload.length);
        return frame;
    }

    @Override
    public Schema getSchema() {
        return schema;
    }

    @Override
    public Object get(int position) {
        if (record == null) {
            record = fields.get();
        }
        return record.get(position);
    }

    @Override
    public void put(int position, Object value) {
        throw new UnsupportedOperationException("an encoded record cannot be changed");
    }
}
