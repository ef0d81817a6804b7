package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.serdes.DecodeFailure.Malformed;
import org.misconductmonitor.topology.serdes.DecodeFailure.Unavailable;
import org.misconductmonitor.topology.serdes.MalformedRecordException.Reason;

@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfluentInteroperabilityTest {
    private static final String PLACE = """
            {"type":"record","name":"Spot","namespace":"x","fields":[{"name":"name","type":"string"}]}""";
    private static final String VISIT = """
            {"type":"record","name":"Visit","namespace":"x","fields":[{"name":"spot","type":"x.Spot"}]}""";

    private final String url;
    private final SchemaRegistryClient client;
    private Confluent confluent;

    ConfluentInteroperabilityTest(EmbeddedPlatform platform) {
        url = platform.registryUrl();
        client = Samples.client(url, Map.of());
    }

    @BeforeAll
    void load() throws Exception {
        confluent = new Confluent();
    }

    @AfterAll
    void unload() throws Exception {
        confluent.close();
    }

    @Test
    void shouldReadWhatConfluentWrites() throws Exception {
        GenericRecord value = Samples.generic(Samples.schema());
        byte[] theirs = confluent.serialize(url, "they-write", Samples.schemaFile(), json(value));

        assertThat(new MonitorAvroDeserializer(client, false).deserialize("they-write", theirs))
                .hasToString(value.toString());
        assertThat(new MonitorAvroDeserializer(client, true).deserialize("they-write", theirs))
                .isEqualTo(Samples.specific());
        assertThat(new MonitorAvroSerializer(client, false).serialize("they-write", Samples.specific()))
                .isEqualTo(theirs);
    }

    @Test
    void shouldWriteWhatConfluentReads() throws Exception {
        byte[] ours = new MonitorAvroSerializer(client, true).serialize("we-write", Samples.specific());

        assertThat(confluent.deserialize(url, "we-write", ours))
                .isEqualTo(Samples.generic(Samples.schema()).toString());
        assertThat(confluent.serialize(url, "we-write", Samples.schemaFile(), json(Samples.generic(Samples.schema()))))
                .isEqualTo(ours);
    }

    @Test
    void shouldReadSchemasThatAreRegisteredInParts() throws Exception {
        int id = confluent.register(url, "parts-value", VISIT, List.of(PLACE));
        Schema visit = client.schema(id);
        assertThat(visit.getField("spot").schema().getFullName()).isEqualTo("x.Spot");

        GenericRecord value = (GenericRecord)
                new MonitorAvroDeserializer(client, false).deserialize("parts", Samples.frame(id, 2, 'a'));
        assertThat(value).hasToString("{\"spot\": {\"name\": \"a\"}}");
    }

    @Test
    void shouldTellWhatConfluentsFailuresMean() {
        byte[] ours = new MonitorAvroSerializer(client, true).serialize("fail", Samples.specific());

        assertThat(failure(url, new byte[] {1, 2, 3, 4, 5, 6})).isEqualTo(new Malformed(Reason.NOT_AVRO_FRAME));
        assertThat(failure(url, Samples.frame(99_999, 1))).isEqualTo(new Malformed(Reason.UNKNOWN_SCHEMA));
        assertThat(failure(url, java.util.Arrays.copyOf(ours, ours.length - 1)))
                .isEqualTo(new Malformed(Reason.TRUNCATED));
        assertThat(failure("http://127.0.0.1:1", ours)).isEqualTo(new Unavailable());
        assertThat(failure(url.replace("ccompat", "nothing"), ours)).isEqualTo(new Unavailable());
        for (int status : new int[] {401, 403, 429, 500, 503}) {
            try (FakeRegistry broken = new FakeRegistry()) {
                broken.breakWith(FakeRegistry.status(status, "{\"error_code\":" + status + ",\"message\":\"no\"}"));
                assertThat(failure(broken.url(), ours)).as("HTTP %d", status).isEqualTo(new Unavailable());
            }
        }
    }

    @Test
    void shouldTakeConfluentsPairByConfigurationAlone() throws Exception {
        byte[] ours = new MonitorAvroSerializer(client, true).serialize("configured", Samples.specific());
        ConfiguredSerdes serdes = Confluent.besideOurKafka(() -> ConfiguredSerdes.from(Map.of(
                "value.serializer", "io.confluent.kafka.serializers.KafkaAvroSerializer",
                "value.deserializer", "io.confluent.kafka.serializers.KafkaAvroDeserializer",
                "schema.registry.url", url,
                "avro.remove.java.properties", "true",
                "auto.register.schemas", "true")));

        Object value = serdes.deserializer().deserialize("configured", ours);
        assertThat(value).hasToString(Samples.generic(Samples.schema()).toString());
        assertThat(serdes.serializer().serialize("configured", value)).isEqualTo(ours);
        assertThat(serdes.serializer().serialize("configured", Samples.specific()))
                .isEqualTo(ours);
    }

    private DecodeFailure failure(String registryUrl, byte[] frame) {
        return DecodeFailure.classify(catchThrowable(() -> confluent.deserialize(registryUrl, "fail", frame)));
    }

    private static String json(GenericRecord value) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonEncoder encoder = EncoderFactory.get().jsonEncoder(value.getSchema(), out);
        new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
        encoder.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
