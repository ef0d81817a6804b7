package org.misconductmonitor.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Properties that the monitor does not read itself but hands to Kafka's clients and to the serializers. */
public final class PassThrough {
    private static final String KAFKA = "kafka.";
    private static final String STREAMS = "streams.";
    private static final List<String> CLIENTS = List.of(
            "consumer.", "main.consumer.", "restore.consumer.", "global.consumer.", "producer.", "admin.", "topic.");
    private static final List<String> SERDES = List.of(
            "schema.registry.",
            "registry.",
            "basic.auth.",
            "bearer.auth.",
            "apicurio.",
            "value.serializer",
            "value.deserializer",
            "value.subject.name.strategy",
            "auto.register.schemas",
            "use.latest.version",
            "normalize.schemas",
            "specific.avro.reader",
            "avro.");
    private static final Set<String> FIXED = Set.of(
            "isolation.level",
            "enable.idempotence",
            "enable.auto.commit",
            "group.id",
            "transactional.id",
            "key.serializer",
            "key.deserializer",
            "default.key.serde",
            "default.value.serde",
            "rocksdb.config.setter",
            "ensure.explicit.internal.resource.naming");

    private final Map<String, String> kafka = new TreeMap<>();
    private final Map<String, String> serdes = new TreeMap<>();

    PassThrough(Map<String, String> values) {
        values.forEach((key, value) -> {
            if (key.startsWith(KAFKA)) {
                kafka.put(key.substring(KAFKA.length()), value);
            } else if (isPassedOn(key)) {
                serdes.put(key, value);
            }
        });
    }

    static boolean isPassedOn(String key) {
        return key.startsWith(KAFKA) && key.length() > KAFKA.length()
                || SERDES.stream().anyMatch(key::startsWith);
    }

    /** Name of the property that a client of Kafka gets for this key; the key itself if it is for others. */
    static String propertyOfClient(String key) {
        return key.startsWith(KAFKA) ? withoutClient(key.substring(KAFKA.length())) : key;
    }

    /** @return what is wrong with handing this key on, to follow its name */
    static Optional<String> objection(String key) {
        if (!key.startsWith(KAFKA)) {
            return Optional.empty();
        }
        String name = propertyOfClient(key);
        if (FIXED.contains(name)) {
            return Optional.of("cannot be changed: exactness depends on it. Remove it");
        }
        return ConfigKeys.ALL.stream().anyMatch(own -> own.name().equals(name))
                ? Optional.of("is a setting of the monitor itself: write " + name + " instead")
                : Optional.empty();
    }

    /** For an {@code Admin}: what all clients get, then {@code kafka.admin.*}. */
    public Map<String, String> admin() {
        return client("admin.");
    }

    /** For a plain consumer: what all clients get, then {@code kafka.consumer.*}. */
    public Map<String, String> consumer() {
        return client("consumer.");
    }

    /** For a plain producer: what all clients get, then {@code kafka.producer.*}. */
    public Map<String, String> producer() {
        return client("producer.");
    }

    /** For {@code KafkaStreams}, which knows the prefixes of its clients: everything. */
    public Map<String, String> streams() {
        Map<String, String> properties = new LinkedHashMap<>();
        kafka.forEach(
                (key, value) -> properties.put(key.startsWith(STREAMS) ? key.substring(STREAMS.length()) : key, value));
        return properties;
    }

    /** For the value serializer and deserializer, with their class names if they are not ours. */
    public Map<String, String> serdes() {
        return Map.copyOf(serdes);
    }

    private Map<String, String> client(String prefix) {
        Map<String, String> properties = new LinkedHashMap<>();
        kafka.forEach((key, value) -> {
            if (key.equals(withoutClient(key))) {
                properties.put(key, value);
            }
        });
        kafka.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                properties.put(key.substring(prefix.length()), value);
            }
        });
        return properties;
    }

    private static String withoutClient(String name) {
        String plain = name.startsWith(STREAMS) ? name.substring(STREAMS.length()) : name;
        return CLIENTS.stream()
                .filter(plain::startsWith)
                .findFirst()
                .map(prefix -> plain.substring(prefix.length()))
                .orElse(plain);
    }
}
