package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class ConfiguredSerdesTest {
    @Test
    void shouldTakeOurOwnPairByDefault() {
        try (FakeRegistry registry = new FakeRegistry()) {
            ConfiguredSerdes serdes = ConfiguredSerdes.from(
                    Map.of("schema.registry.url", registry.url(), "auto.register.schemas", "true"));
            byte[] frame = serdes.serializer().serialize("t", Samples.specific());

            assertThat(serdes.serializer()).isInstanceOf(MonitorAvroSerializer.class);
            assertThat(serdes.serde().deserializer().deserialize("t", frame))
                    .hasToString(Samples.generic(Samples.schema()).toString());
        }
    }

    @Test
    void shouldTakeOthersByNameWithTheirProperties() {
        ConfiguredSerdes serdes = ConfiguredSerdes.from(Map.of(
                "value.serializer",
                Echo.class.getName(),
                "value.deserializer",
                org.apache.kafka.common.serialization.StringDeserializer.class,
                "echo.text",
                "hello"));

        assertThat(serdes.deserializer().deserialize("t", serdes.serializer().serialize("t", 1)))
                .isEqualTo("hello");
    }

    @Test
    void shouldSayWhatIsWrongWithAName() {
        assertThatThrownBy(() -> ConfiguredSerdes.from(with("value.serializer", "io.example.Absent")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("value.serializer")
                .hasMessageContaining("-Pconfluent");
        assertThatThrownBy(() -> ConfiguredSerdes.from(with("value.deserializer", "java.lang.StringBuilder")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Deserializer");
    }

    @Test
    void shouldRefuseWhatOurPairDoesNotDo() {
        assertThatThrownBy(() -> ConfiguredSerdes.from(with("value.subject.name.strategy", "x.RecordNameStrategy")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("strategy");
        assertThatThrownBy(() -> ConfiguredSerdes.from(with("auto.register.schemas", "maybe")))
                .hasMessageContaining("true or false");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> properties = new HashMap<>(Map.of("schema.registry.url", "http://127.0.0.1:1"));
        properties.put(name, value);
        return properties;
    }

    /** Writes what its properties say. */
    public static final class Echo implements Serializer<Object> {
        private String text;

        @Override
        public void configure(Map<String, ?> properties, boolean isKey) {
            text = properties.get("echo.text").toString();
        }

        @Override
        public byte[] serialize(String topic, Object value) {
            return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
