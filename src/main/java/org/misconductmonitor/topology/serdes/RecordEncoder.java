package org.misconductmonitor.topology.serdes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Encodes records of one schema for one topic, reusing its buffers. For one thread. */
final class RecordEncoder {
    private final Schema schema;
    private final byte[] header;
    private final DatumWriter<IndexedRecord> writer;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder;

    RecordEncoder(IndexedRecord first, int schemaId) {
        schema = first.getSchema();
        header = WireFormat.header(schemaId);
        writer = first instanceof SpecificRecord
                ? new SpecificDatumWriter<>(schema, SpecificData.getForClass(first.getClass()))
                : new GenericDatumWriter<>(schema, new GenericData());
    }

    boolean fits(IndexedRecord value) {
        return schema == value.getSchema();
    }

    byte[] frame(IndexedRecord value) {
        buffer.reset();
        buffer.writeBytes(header);
        encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
        try {
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            // Not chained: Avro's messages quote the values.
            throw new SerializationException(
                    "A record does not fit its schema " + schema.getFullName() + ": " + withoutValues(e));
        }
        return buffer.toByteArray();
    }

    /** Of a field that must not be null Avro tells the path, in which only map keys are data. */
    private static String withoutValues(Exception failure) {
        String message = Objects.toString(failure.getMessage(), "");
        return message.startsWith("null value for")
                ? message.replaceAll("\\[.*?\\]", "[]")
                : failure.getClass().getSimpleName();
    }
}
