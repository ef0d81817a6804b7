package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

class PayloadEncoderTest {
    private static final Schema SCHEMA = SchemaBuilder.record("Thing")
            .fields()
            .requiredString("name")
            .optionalLong("size")
            .name("kind")
            .type()
            .unionOf()
            .intType()
            .and()
            .stringType()
            .endUnion()
            .noDefault()
            .endRecord();
    private static final byte[] HEADER = {7, 8, 9};

    private final PayloadEncoder encoder = new PayloadEncoder(SCHEMA);

    @Test
    void shouldWriteWhatAvroReads() throws IOException {
        assertThat(read(encoder.behind(HEADER, thing("a", 5L, "word")))).isEqualByComparingTo(thing("a", 5L, "word"));
        assertThat(read(encoder.behind(HEADER, thing("b", null, 3)))).isEqualByComparingTo(thing("b", null, 3));
    }

    @Test
    void shouldPutTheSameBytesBehindEveryHeader() throws IOException {
        EncodedRecord once = encoder.encoded(thing("a", null, 3));
        encoder.encoded(thing("something else", 6L, 4));

        assertThat(once.behind(HEADER)).isEqualTo(encoder.behind(HEADER, thing("a", null, 3)));
        assertThat(once.get(0)).isEqualTo("a");
        assertThat(once.getSchema()).isSameAs(SCHEMA);
    }

    @Test
    void shouldWriteTheNextOneWholeAfterOneThatFailed() throws IOException {
        assertThatThrownBy(() -> encoder.behind(HEADER, thing("half of it", 5L, 1.5)))
                .isInstanceOf(RuntimeException.class);

        assertThat(read(encoder.behind(HEADER, thing("a", 5L, "word")))).isEqualByComparingTo(thing("a", 5L, "word"));
    }

    @Test
    void shouldNotLetAnEncodedRecordChange() throws IOException {
        EncodedRecord once = encoder.encoded(thing("a", null, 3));

        assertThatThrownBy(() -> once.put(0, "b")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static GenericData.Record thing(String name, Long size, Object kind) {
        GenericData.Record record = new GenericData.Record(SCHEMA);
        record.put("name", name);
        record.put("size", size);
        record.put("kind", kind);
        return record;
    }

    private static GenericData.Record read(byte[] frame) throws IOException {
        assertThat(Arrays.copyOf(frame, HEADER.length)).isEqualTo(HEADER);
        return new GenericDatumReader<GenericData.Record>(SCHEMA)
                .read(
                        null,
                        DecoderFactory.get().binaryDecoder(frame, HEADER.length, frame.length - HEADER.length, null));
    }
}
