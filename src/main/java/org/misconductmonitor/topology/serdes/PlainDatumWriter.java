package org.misconductmonitor.topology.serdes;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.Encoder;

/**
 * Writes generic records that hold values in their Avro types. It does not look for conversions, of which there are none,
 * and not by class for the branch of an optional field: that takes most of the time of Avro's own writer.
 */
final class PlainDatumWriter extends GenericDatumWriter<IndexedRecord> {
    PlainDatumWriter(Schema schema) {
        super(schema, new GenericData());
    }

    @Override
    protected void write(Schema schema, Object datum, Encoder out) throws IOException {
        writeWithoutConversion(schema, datum, out);
    }

    @Override
    protected int resolveUnion(Schema union, Object datum) {
        boolean optional =
                union.getTypes().size() == 2 && union.getTypes().get(0).getType() == Schema.Type.NULL;
        if (!optional) {
            return super.resolveUnion(union, datum);
        }
        return datum == null ? 0 : 1;
    }
}
