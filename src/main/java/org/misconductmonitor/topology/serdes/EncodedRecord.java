package org.misconductmonitor.topology.serdes;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** A record with its bytes, so that what goes to several places is encoded once. Never changed. */
public final class EncodedRecord implements IndexedRecord {
    private final IndexedRecord record;
    private final byte[] payload;

    EncodedRecord(IndexedRecord record, byte[] payload) {
        this.record = record;
        this.payload = payload;
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
        return record.getSchema();
    }

    @Override
    public Object get(int position) {
        return record.get(position);
    }

    @Override
    public void put(int position, Object value) {
        throw new UnsupportedOperationException("an encoded record cannot be changed");
    }
}
