package org.misconductmonitor.topology.serdes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.misconductmonitor.topology.serdes.MalformedRecordException.Reason;

/** Decodes frames of any schema, keeping a reader for each of those used last. For one thread. */
final class RecordDecoder {
    private final Map<Integer, DatumReader<IndexedRecord>> readers = new HashMap<>();
    private final BoundedDecoder decoder = new BoundedDecoder();
    private final SchemaRegistryClient registry;
    private final Function<Schema, DatumReader<IndexedRecord>> newReader;

    RecordDecoder(SchemaRegistryClient registry, Function<Schema, DatumReader<IndexedRecord>> newReader) {
        this.registry = registry;
        this.newReader = newReader;
    }

    IndexedRecord decode(byte[] frame) {
        int id = WireFormat.schemaId(frame);
        DatumReader<IndexedRecord> reader = readers.get(id);
        if (reader == null) {
            reader = newReader.apply(registry.schema(id));
            if (readers.size() >= KnownSchemas.MOST) {
                readers.clear();
            }
            readers.put(id, reader);
        }
        IndexedRecord value = payload(frame, id, reader);
        if (!decoder.isEnd()) {
            throw new MalformedRecordException(Reason.TRAILING_BYTES, "more bytes than schema " + id + " says");
        }
        return value;
    }

    private IndexedRecord payload(byte[] frame, int id, DatumReader<IndexedRecord> reader) {
        decoder.over(frame, WireFormat.HEADER);
        try {
            if (reader instanceof GenericDatumReader<?> generic && generic.getData() instanceof BoundedData data) {
                data.allow(decoder.left());
            }
            return reader.read(null, decoder);
        } catch (EOFException e) {
            throw new MalformedRecordException(Reason.TRUNCATED, "fewer bytes than schema " + id + " says");
        } catch (CharacterCodingException e) {
            throw new MalformedRecordException(Reason.NOT_UTF8, "a text of schema " + id + " is not UTF-8");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Not chained: messages of Avro and of conversions quote the values.
            readers.remove(id);
            throw new MalformedRecordException(
                    Reason.UNDECODABLE,
                    "not a value of schema " + id + " (" + e.getClass().getSimpleName() + ")");
        }
    }
}
