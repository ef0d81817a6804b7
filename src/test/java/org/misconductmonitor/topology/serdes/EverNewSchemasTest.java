package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.topology.serdes.MalformedRecordException.Reason;

/** Publishers who may register what they like: the registry is asked no more than it must be, and nothing grows. */
class EverNewSchemasTest {
    private static final int GOOD = 1;
    private static final int FIRST = 10;

    private final FakeRegistry registry = new FakeRegistry().with(GOOD, Samples.schema());
    private final SchemaRegistryClient client = Samples.client(registry.url(), Map.of());
    private final MonitorAvroDeserializer deserializer = new MonitorAvroDeserializer(client, false);
    private final byte[] good = new MonitorAvroSerializer(client, false).serialize("t", Samples.specific());

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void shouldKeepThoseThatAreUsedAndForgetTheOthers() {
        int many = KnownSchemas.MOST + 100;
        for (int i = 0; i < many; i++) {
            registry.with(FIRST + i, empty("E" + i));
        }
        for (int i = 0; i < many; i++) {
            deserializer.deserialize("t", Samples.frame(FIRST + i));
            client.schema(GOOD);
        }
        int asked = registry.requests();
        deserializer.deserialize("t", good);
        client.schema(FIRST + many - 1);
        assertThat(registry.requests()).as("those used last are known").isEqualTo(asked);

        client.schema(FIRST);
        assertThat(registry.requests()).as("the first was forgotten").isEqualTo(asked + 1);
    }

    @Test
    void shouldKeepNoMoreText() {
        KnownSchemas known = new KnownSchemas();
        String documentation = "d".repeat(900_000);
        for (int i = 0; i < 20; i++) {
            known.put(
                    i, SchemaBuilder.record("R" + i).doc(documentation).fields().endRecord());
        }
        assertThat(IntStream.range(0, 20).filter(i -> known.get(i) != null).boxed())
                .as("eight million characters of them")
                .containsExactly(12, 13, 14, 15, 16, 17, 18, 19);
    }

    @Test
    void shouldAskOnceForASchemaThatIsOfNoUse() {
        registry.withText(FIRST, "{\"type\":\"enum\"}")
                .withText(
                        FIRST + 1,
                        "{\"type\":\"record\",\"name\":\"R\",\"doc\":\"" + "d".repeat(1_000_001) + "\",\"fields\":[]}")
                .withText(FIRST + 2, "[".repeat(100_000))
                .withText(FIRST + 3, "\"" + "x".repeat(BoundedBody.LONGEST) + "\"")
                .withText(FIRST + 4, wide(20_000));
        int asked = registry.requests();
        for (int times = 0; times < 20; times++) {
            for (int id = FIRST; id <= FIRST + 4; id++) {
                assertThat(reason(id)).isEqualTo(Reason.UNDECODABLE);
            }
        }
        assertThat(registry.requests() - asked).isEqualTo(5);
        assertThat(deserializer.deserialize("t", good)).isNotNull();
    }

    /** What is not there may be there when it is asked for again: no good record dies because garbage came before it. */
    @Test
    void shouldFindASchemaThatWasRegisteredMeanwhile() {
        assertThat(reason(FIRST)).isEqualTo(Reason.UNKNOWN_SCHEMA);
        registry.with(FIRST, empty("Late"));
        assertThat(deserializer.deserialize("t", Samples.frame(FIRST))).isNotNull();
    }

    @Test
    void shouldFollowReferencesOnlySoFar() {
        registry.breakWith(exchange -> {
            String path = exchange.getRequestURI().getPath();
            int number = path.startsWith("/schemas") ? 0 : Integer.parseInt(path.replaceAll("\\D+(\\d+).*", "$1"));
            FakeRegistry.answer(
                    exchange,
                    200,
                    "{\"schema\":\"\\\"null\\\"\",\"references\":[{\"name\":\"n\",\"subject\":\"s" + (number + 1)
                            + "\",\"version\":1}]}");
            return true;
        });
        assertThat(reason(FIRST)).isEqualTo(Reason.UNDECODABLE);
        assertThat(registry.requests()).isLessThan(110);
    }

    private Reason reason(int id) {
        return catchThrowableOfType(
                        MalformedRecordException.class, () -> deserializer.deserialize("t", Samples.frame(id)))
                .reason();
    }

    private static Schema empty(String name) {
        return SchemaBuilder.record(name).fields().endRecord();
    }

    private static String wide(int fields) {
        return IntStream.range(0, fields)
                .mapToObj(i -> "{\"name\":\"f" + i + "\",\"type\":\"null\"}")
                .collect(Collectors.joining(",", "{\"type\":\"record\",\"name\":\"Wide\",\"fields\":[", "]}"));
    }
}
