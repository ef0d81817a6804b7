package org.misconductmonitor.topology.serdes;

import java.io.IOException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Encodes records of one schema for one topic, reusing its buffers. For one thread. */
final class RecordEncoder {
    private final Schema schema;
    private final byte[] header;
    private final PayloadEncoder payloads;

    RecordEncoder(IndexedRecord first, int schemaId) {
        schema = first.getSchema();
        header = WireFormat.header(schemaId);
        payloads = first instanceof SpecificRecord
                ? new PayloadEncoder(new SpecificDatumWriter<>(schema, SpecificData.getForClass(first.getClass())))
                : new PayloadEncoder(new GenericDatumWriter<>(schema, new GenericData()));
    }

    boolean fits(IndexedRecord value) {
        return schema == value.getSchema();
    }

    byte[] frame(IndexedRecord value) {
        if (value instanceof EncodedRecord encoded) {
            return encoded.behind(header);
        }
        try {
            return payloads.behind(header, value);
        } catch (IOException | RuntimeException e) {
            // Not chained: Avro's messages quote the values.
            throw new SerializationException(
                    "A record does not fit its schema " + schema.getFullName() + ": " + withoutValues(e));
        }
    }

    /** Of a field that must not be null Avro tells the path, in which only map keys are data. */
    private static String withoutValues(Exception failure) {
        String message = Objects.toString(failure.getMessage(), "");
        return message.startsWith("null value for")
                ? message.replaceAll("\\[.*?\\]", "[]")
                : failure.getClass().getSimpleName();
    }
}
