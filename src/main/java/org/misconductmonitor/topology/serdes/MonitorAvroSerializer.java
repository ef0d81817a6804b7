package org.misconductmonitor.topology.serdes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes generic and generated Avro records in the Confluent wire format, under the subject {@code <topic>-value}.
 * Properties: those of {@link RegistryConfig} and {@link #AUTO_REGISTER}. Safe for many threads once configured.
 */
public final class MonitorAvroSerializer implements Serializer<IndexedRecord>, AsksRegistry {
    /** Whether schemas that the registry does not have are registered; default false, unlike Confluent's. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    private final ThreadLocal<Map<String, RecordEncoder>> encoders = ThreadLocal.withInitial(HashMap::new);
    private SchemaRegistryClient registry;
    private boolean autoRegister;
    private boolean isKey;

    /** To be configured; Kafka calls it. */
    public MonitorAvroSerializer() {}

    /** For values, over a registry client that may be shared; need not be configured. */
    public MonitorAvroSerializer(SchemaRegistryClient registry, boolean autoRegister) {
        this.registry = registry;
        this.autoRegister = autoRegister;
    }

    @Override
    public Optional<String> silence() {
        return registry.silence();
    }

    @Override
    public void configure(Map<String, ?> properties, boolean forKey) {
        SerdeConfig.requireTopicNameStrategy(properties, forKey);
        autoRegister = SerdeConfig.flag(properties, AUTO_REGISTER);
        isKey = forKey;
        registry = new SchemaRegistryClient(RegistryConfig.from(properties));
    }

    /**
     * The frame of a record; null for null.
     *
     * @throws SerializationException when the record does not fit its schema; its values are not in the message
     * @throws RegistryUnavailableException when the registry is away and the schema not yet known
     * @throws RegistryRefusedException when the schema is not registered, or incompatible
     */
    @Override
    public byte[] serialize(String topic, IndexedRecord value) {
        if (value == null) {
            return null;
        }
        Map<String, RecordEncoder> mine = encoders.get();
        RecordEncoder encoder = mine.get(topic);
        if (encoder == null || !encoder.fits(value)) {
            String subject = SerdeConfig.subject(topic, isKey);
            int id = autoRegister
                    ? registry.register(subject, value.getSchema())
                    : registry.idOf(subject, value.getSchema());
            encoder = new RecordEncoder(value, id);
            mine.put(topic, encoder);
        }
        return encoder.frame(value);
    }
}
