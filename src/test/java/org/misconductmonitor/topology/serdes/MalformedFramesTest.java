package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.topology.serdes.MalformedRecordException.Reason;

class MalformedFramesTest {
    private static final int SIGHTING = 1;
    private static final int OTHER = 2;
    private final FakeRegistry registry = new FakeRegistry().with(SIGHTING, Samples.schema());
    private final SchemaRegistryClient client = Samples.client(registry.url(), Map.of());
    private final MonitorAvroDeserializer deserializer = new MonitorAvroDeserializer(client, false);
    private final byte[] good = new MonitorAvroSerializer(client, false).serialize("t", Samples.specific());

    @AfterEach
    void theStreamGoesOn() {
        assertThat(deserializer.deserialize("t", good)).isNotNull();
        registry.close();
    }

    @Test
    void shouldTellWhatIsNotAFrame() {
        assertThat(reason(new byte[0])).isEqualTo(Reason.NOT_AVRO_FRAME);
        assertThat(reason(new byte[] {0, 0, 0, 1})).isEqualTo(Reason.NOT_AVRO_FRAME);
        assertThat(reason("{\"id\":\"s-1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(Reason.NOT_AVRO_FRAME);
    }

    @Test
    void shouldTellUnknownSchemasAndAskForThemTwice() {
        assertThat(reason(Samples.frame(77))).isEqualTo(Reason.UNKNOWN_SCHEMA);
        assertThat(reason(Samples.frame(-5))).isEqualTo(Reason.UNKNOWN_SCHEMA);
        int before = registry.requests();
        assertThat(reason(Samples.frame(78))).isEqualTo(Reason.UNKNOWN_SCHEMA);
        assertThat(registry.requests() - before).isEqualTo(2);
    }

    @Test
    void shouldTellEveryTruncation() {
        for (int length = WireFormat.HEADER; length < good.length; length++) {
            assertThat(reason(Arrays.copyOf(good, length)))
                    .as("%d bytes", length)
                    .isEqualTo(Reason.TRUNCATED);
        }
    }

    @Test
    void shouldTellTrailingBytes() {
        assertThat(reason(Arrays.copyOf(good, good.length + 1))).isEqualTo(Reason.TRAILING_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"string\"", "{\"type\":\"array\",\"items\":\"long\"}", "{nonsense"})
    void shouldTellSchemasThatAreNotRecords(String schema) {
        registry.withText(OTHER, schema);
        assertThat(reason(Samples.frame(OTHER, 2, 65))).isEqualTo(Reason.UNDECODABLE);
    }

    @Test
    void shouldTellSchemasOfOtherKinds() {
        registry.withAnswer(OTHER, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax\"}");
        assertThat(reason(Samples.frame(OTHER, 2, 65))).isEqualTo(Reason.UNDECODABLE);
    }

    @Test
    void shouldTellSymbolsThatAreNotThere() {
        record("{\"name\":\"e\",\"type\":{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}}");
        assertThat(reason(Samples.frame(OTHER, 14))).isEqualTo(Reason.UNDECODABLE);
        assertThat(reason(Samples.frame(OTHER, 1))).isEqualTo(Reason.UNDECODABLE);
    }

    @Test
    void shouldTellBranchesThatAreNotThere() {
        record("{\"name\":\"u\",\"type\":[\"null\",\"int\"]}");
        assertThat(reason(Samples.frame(OTHER, 14))).isEqualTo(Reason.UNDECODABLE);
        assertThat(reason(Samples.frame(OTHER, 1))).isEqualTo(Reason.UNDECODABLE);
    }

    @Test
    void shouldTellBooleansAndNumbersThatCannotBe() {
        record("{\"name\":\"b\",\"type\":\"boolean\"},{\"name\":\"i\",\"type\":\"int\"}");
        assertThat(reason(Samples.frame(OTHER, 2, 0))).isEqualTo(Reason.UNDECODABLE);
        assertThat(reason(Samples.frame(OTHER, 1, 255, 255, 255, 255, 255, 1))).isEqualTo(Reason.UNDECODABLE);
        assertThat(reason(Samples.frame(OTHER, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1)))
                .isEqualTo(Reason.UNDECODABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"string\"",
                "\"bytes\"",
                "{\"type\":\"array\",\"items\":\"null\"}",
                "{\"type\":\"array\",\"items\":\"string\"}",
                "{\"type\":\"map\",\"values\":\"long\"}",
                "{\"type\":\"fixed\",\"name\":\"F\",\"size\":2000000000}"
            })
    void shouldNotReserveMemoryForLengthsThatThePayloadOnlyClaims(String type) {
        record("{\"name\":\"x\",\"type\":" + type + "}");
        assertThat(reason(Samples.frame(OTHER, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0)))
                .isIn(Reason.TRUNCATED, Reason.UNDECODABLE);
        assertThat(reason(Samples.frame(OTHER, 0xFD, 0xFF, 0xFF, 0xFF, 0x0F, 2, 2)))
                .isIn(Reason.UNDECODABLE, Reason.TRUNCATED);
    }

    @Test
    void shouldSurviveNestingWithoutEnd() {
        registry.withText(OTHER, """
                {"type":"record","name":"Node","fields":[{"name":"next","type":["null","Node"]}]}""");
        byte[] frame = new byte[2_000_000];
        Arrays.fill(frame, (byte) 2);
        frame[0] = 0;
        frame[1] = 0;
        frame[2] = 0;
        frame[3] = 0;
        assertThat(reason(frame)).isEqualTo(Reason.UNDECODABLE);
    }

    @Test
    void shouldHaveAReasonForAnyBytes() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] frame = good.clone();
            for (int flips = random.nextInt(4) + 1; flips > 0; flips--) {
                frame[WireFormat.HEADER + random.nextInt(frame.length - WireFormat.HEADER)] = (byte) random.nextInt();
            }
            try {
                deserializer.deserialize("t", frame);
            } catch (MalformedRecordException e) {
                assertThat(e).hasNoCause();
                assertThat(e.getMessage()).doesNotContain("seen twice", "sterbro", "s-1");
            }
        }
    }

    private void record(String fields) {
        registry.with(
                OTHER, new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}"));
    }

    private Reason reason(byte[] frame) {
        return catchThrowableOfType(MalformedRecordException.class, () -> deserializer.deserialize("t", frame))
                .reason();
    }
}
