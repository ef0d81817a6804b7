package org.misconductmonitor.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import org.misconductmonitor.topology.serdes.MalformedRecordException;

/** The Confluent wire format with a list in memory for a registry: for tests of the topology without a broker. */
final class InMemorySerdes {
    private final List<Schema> schemas = new ArrayList<>();

    ConfiguredSerdes pair() {
        Serializer<Object> serializer = (topic, value) -> value == null ? null : encode((IndexedRecord) value);
        Deserializer<Object> deserializer = (topic, bytes) -> decode(bytes);
        return new ConfiguredSerdes(serializer, deserializer);
    }

    byte[] encode(IndexedRecord record) {
        int id = schemas.indexOf(record.getSchema());
        if (id < 0) {
            id = schemas.size();
            schemas.add(record.getSchema());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new GenericDatumWriter<>(record.getSchema()).write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    Object decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < 5 || buffer.get() != 0) {
            throw new MalformedRecordException(MalformedRecordException.Reason.NOT_AVRO_FRAME, "not a frame");
        }
        Schema schema = schemas.get(buffer.getInt());
        try {
            return new GenericDatumReader<>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
        } catch (IOException e) {
            throw new MalformedRecordException(MalformedRecordException.Reason.TRUNCATED, "ends early");
        }
    }
}
