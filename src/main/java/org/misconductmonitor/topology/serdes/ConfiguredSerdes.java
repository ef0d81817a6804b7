package org.misconductmonitor.topology.serdes;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The value serializer and deserializer that the configuration names, configured with all its properties. Strings of
 * foreign deserializers may be any {@link CharSequence}.
 */
public record ConfiguredSerdes(Serializer<Object> serializer, Deserializer<Object> deserializer) {
    public static final String SERIALIZER = "value.serializer";
    public static final String DESERIALIZER = "value.deserializer";

    /**
     * Our own pair unless {@code value.serializer} and {@code value.deserializer} name others.
     *
     * @throws ConfigException when a class is absent or not of the right kind
     */
    public static ConfiguredSerdes from(Map<String, ?> properties) {
        @SuppressWarnings("unchecked") // what it is given is what it is configured for; it cannot be checked here
        Serializer<Object> serializer = create(properties, SERIALIZER, MonitorAvroSerializer.class, Serializer.class);
        @SuppressWarnings("unchecked")
        Deserializer<Object> deserializer =
                create(properties, DESERIALIZER, MonitorAvroDeserializer.class, Deserializer.class);
        serializer.configure(properties, false);
        deserializer.configure(properties, false);
        return new ConfiguredSerdes(serializer, deserializer);
    }

    /** What is wrong while records wait for a schema registry, in words; of foreign classes nobody knows. */
    public Optional<String> silence() {
        return Stream.of(serializer, deserializer)
                .filter(AsksRegistry.class::isInstance)
                .flatMap(one -> ((AsksRegistry) one).silence().stream())
                .findFirst();
    }

    /** Ends what the two hold open. */
    public void close() {
        serializer.close();
        deserializer.close();
    }

    public Serde<Object> serde() {
        return Serdes.serdeFrom(serializer, deserializer);
    }

    private static <T> T create(Map<String, ?> properties, String name, Class<? extends T> byDefault, Class<T> kind) {
        Object value = Optional.<Object>ofNullable(properties.get(name)).orElse(byDefault);
        try {
            Class<?> type = value instanceof Class<?> given
                    ? given
                    : load(value.toString().strip());
            return kind.cast(type.getDeclaredConstructor().newInstance());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ConfigException(
                    name,
                    value,
                    "is not on the class path, or something that it needs is not (" + e.getMessage()
                            + "). Confluent's classes come with `./mvnw -Pconfluent package`; others go beside the jar");
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new ConfigException(
                    name, value, "is not a " + kind.getName() + " with a public constructor without parameters");
        }
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return Class.forName(name, true, context == null ? ConfiguredSerdes.class.getClassLoader() : context);
    }
}
