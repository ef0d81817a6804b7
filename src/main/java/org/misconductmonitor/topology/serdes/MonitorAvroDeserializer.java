package org.misconductmonitor.topology.serdes;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads Avro records in the Confluent wire format, each with the schema that it was written with: fields and enum
 * symbols of newer publishers are there, and strings are {@link String}. Properties: those of {@link RegistryConfig}
 * and {@link #SPECIFIC}. Safe for many threads once configured.
 */
public final class MonitorAvroDeserializer implements Deserializer<IndexedRecord>, AsksRegistry {
    /** Whether records are resolved to generated classes; default false. */
    public static final String SPECIFIC = "specific.avro.reader";

    private final ThreadLocal<RecordDecoder> decoders = ThreadLocal.withInitial(this::decoder);
    private SchemaRegistryClient registry;
    private RecordReaders readers = RecordReaders.GENERIC;

    /** To be configured; Kafka calls it. */
    public MonitorAvroDeserializer() {}

    /** Over a registry client that may be shared; need not be configured. */
    public MonitorAvroDeserializer(SchemaRegistryClient registry, boolean specific) {
        this.registry = registry;
        this.readers = specific ? RecordReaders.SPECIFIC : RecordReaders.GENERIC;
    }

    @Override
    public Optional<String> silence() {
        return registry.silence();
    }

    @Override
    public void configure(Map<String, ?> properties, boolean forKey) {
        readers = SerdeConfig.flag(properties, SPECIFIC) ? RecordReaders.SPECIFIC : RecordReaders.GENERIC;
        registry = new SchemaRegistryClient(RegistryConfig.from(properties));
    }

    /**
     * The record of a frame; null for null.
     *
     * @throws MalformedRecordException when these bytes can never be decoded
     * @throws RegistryUnavailableException when the registry is away and the schema not yet known; try again
     */
    @Override
    public IndexedRecord deserialize(String topic, byte[] frame) {
        return frame == null ? null : decoders.get().decode(frame);
    }

    private RecordDecoder decoder() {
        return new RecordDecoder(registry, readers);
    }
}
