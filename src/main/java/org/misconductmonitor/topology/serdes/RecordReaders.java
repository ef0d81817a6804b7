package org.misconductmonitor.topology.serdes;

import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** How records of a writer's schema are read: as that schema says, or into a generated class. */
enum RecordReaders implements Function<Schema, DatumReader<IndexedRecord>> {
    GENERIC {
        @Override
        DatumReader<IndexedRecord> reader(Schema writer) {
            return new GenericDatumReader<>(writer, writer, new BoundedData());
        }
    },
    SPECIFIC {
        @Override
        DatumReader<IndexedRecord> reader(Schema writer) {
            Class<?> type = SpecificData.get().getClass(writer);
            if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
                throw undecodable("there is no generated class for " + writer.getFullName());
            }
            SpecificData data = SpecificData.getForClass(type);
            return new SpecificDatumReader<>(writer, data.getSchema(type), data);
        }
    };

    abstract DatumReader<IndexedRecord> reader(Schema writer);

    /** @throws MalformedRecordException when records of this schema can never be read so */
    @Override
    public DatumReader<IndexedRecord> apply(Schema writer) {
        if (writer.getType() != Schema.Type.RECORD) {
            throw undecodable("its schema is not that of a record but of type " + writer.getType());
        }
        try {
            return reader(writer);
        } catch (AvroRuntimeException e) {
            throw undecodable("its schema " + writer.getFullName() + " cannot be read into the generated class");
        }
    }

    private static MalformedRecordException undecodable(String message) {
        return new MalformedRecordException(MalformedRecordException.Reason.UNDECODABLE, message);
    }
}
