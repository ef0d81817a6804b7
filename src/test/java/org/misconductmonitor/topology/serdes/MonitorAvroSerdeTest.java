package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MonitorAvroSerdeTest {
    private final FakeRegistry registry = new FakeRegistry();
    private final SchemaRegistryClient client = Samples.client(registry.url(), Map.of());
    private final MonitorAvroSerializer serializer = new MonitorAvroSerializer(client, true);
    private final MonitorAvroDeserializer generic = new MonitorAvroDeserializer(client, false);
    private final MonitorAvroDeserializer specific = new MonitorAvroDeserializer(client, true);

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void shouldWriteTheConfluentFrame() {
        Schema schema = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"N\",\"fields\":[{\"name\":\"n\",\"type\":\"int\"}]}");
        registry.with(0x01020304, schema);
        GenericRecord record = new GenericData.Record(schema);
        record.put("n", 150);

        assertThat(serializer.serialize("t", record)).containsExactly(0, 1, 2, 3, 4, 0xAC, 0x02);
    }

    @Test
    void shouldReadWhatItWrote() {
        IndexedRecord value = Samples.generic(Samples.schema());

        assertThat(generic.deserialize("t", serializer.serialize("t", value))).hasToString(value.toString());
    }

    @Test
    void shouldReadGeneratedClasses() {
        byte[] frame = serializer.serialize("t", Samples.specific());

        assertThat(specific.deserialize("t", frame)).isEqualTo(Samples.specific());
        assertThat(frame).isEqualTo(serializer.serialize("t", Samples.generic(Samples.schema())));
    }

    @Test
    void shouldGiveStringsWhateverThePublisherSaysOfJava() {
        GenericRecord read =
                (GenericRecord) generic.deserialize("t", serializer.serialize("t", Samples.generic(Samples.schema())));

        assertThat(read.get("id")).isEqualTo("s-1");
        assertThat(read.get("tags")).isEqualTo(List.of("wet", "small"));
        assertThat(read.get("counts")).isEqualTo(Map.of("fins", 5));
        assertThat(read.get("note")).isEqualTo("seen twice");
    }

    @Test
    void shouldKeepWhatANewerPublisherAdds() {
        GenericRecord newer = Samples.generic(Samples.newerSchema());
        newer.put(
                "kind",
                new GenericData.EnumSymbol(newer.getSchema().getField("kind").schema(), "WHALE"));
        newer.put("colour", "grey");
        byte[] frame = serializer.serialize("t", newer);

        GenericRecord read = (GenericRecord) generic.deserialize("t", frame);
        assertThat(read.get("kind")).hasToString("WHALE");
        assertThat(read.get("colour")).isEqualTo("grey");
        assertThat(((GenericRecord) specific.deserialize("t", frame)).get("kind"))
                .hasToString("UNKNOWN");
    }

    @Test
    void shouldPassNullThrough() {
        assertThat(serializer.serialize("t", null)).isNull();
        assertThat(generic.deserialize("t", null)).isNull();
    }

    @Test
    void shouldNameTheFieldButNotTheValuesOfARecordThatDoesNotFit() {
        GenericRecord missing = Samples.generic(Samples.schema());
        missing.put("id", null);
        GenericRecord wrong = Samples.generic(Samples.schema());
        wrong.put("note", new StringBuilder("secret").chars());

        assertThatThrownBy(() -> serializer.serialize("t", missing))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Sighting.id");
        assertThatThrownBy(() -> serializer.serialize("t", wrong))
                .isInstanceOf(SerializationException.class)
                .hasNoCause()
                .hasMessageContaining("Sighting");
        assertThat(serializer.serialize("t", Samples.specific())).isNotEmpty();
    }

    @Test
    void shouldServeManyThreadsAndAskOnlyOncePerSchema() throws Exception {
        byte[] frame = serializer.serialize("t", Samples.specific());
        generic.deserialize("t", frame);
        int asked = registry.requests();
        Callable<Boolean> work = () -> IntStream.range(0, 500).allMatch(i -> {
            byte[] written = serializer.serialize("t", Samples.specific());
            return java.util.Arrays.equals(written, frame)
                    && Samples.specific().equals(specific.deserialize("t", written))
                    && generic.deserialize("t", written) != null;
        });

        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> done : threads.invokeAll(java.util.Collections.nCopies(8, work))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(registry.requests()).isEqualTo(asked);
    }
}
