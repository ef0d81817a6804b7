package org.misconductmonitor.topology.serdes;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigException;

/** What both halves of the pair read from their properties. */
final class SerdeConfig {
    private static final String TOPIC_NAME_STRATEGY = "TopicNameStrategy";

    private SerdeConfig() {}

    static boolean flag(Map<String, ?> properties, String name) {
        String value = Objects.toString(properties.get(name), "false").strip();
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new ConfigException(name, value, "must be true or false");
        }
        return value.equalsIgnoreCase("true");
    }

    /** Refuses what Confluent's classes would do and ours do not, rather than doing something else in silence. */
    static void requireTopicNameStrategy(Map<String, ?> properties, boolean isKey) {
        String name = isKey ? "key.subject.name.strategy" : "value.subject.name.strategy";
        String value = properties.get(name) instanceof Class<?> type
                ? type.getName()
                : Objects.toString(properties.get(name), TOPIC_NAME_STRATEGY);
        if (!value.endsWith(TOPIC_NAME_STRATEGY)) {
            throw new ConfigException(name, value, "is not supported: leave it out, or use Confluent's serializers");
        }
    }

    static String subject(String topic, boolean isKey) {
        return topic + (isKey ? "-key" : "-value");
    }
}
