package org.misconductmonitor.topology.serdes;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Makes records, but no more than the bytes can stand for. A field of type null takes no byte, so that a megabyte could
 * ask for a thousand million of them. For one thread.
 */
final class BoundedData extends GenericData {
    /** Values that a record may have beside those that it has bytes for. */
    private static final int FREE = 10_000;

    private long left;

    /** Begins a frame of so many bytes. */
    void allow(int bytes) {
        left = FREE + 2L * bytes;
    }

    @Override
    public Object newRecord(Object old, Schema schema) {
        left -= 1 + schema.getFields().size();
        if (left < 0) {
            throw new AvroRuntimeException("more values than bytes");
        }
        return super.newRecord(old, schema);
    }

    @Override
    public InstanceSupplier getNewRecordSupplier(Schema schema) {
        return this::newRecord;
    }
}
