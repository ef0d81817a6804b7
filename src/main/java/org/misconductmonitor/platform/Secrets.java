package org.misconductmonitor.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Which values must neither be printed nor stand where everybody on the machine can read them. */
final class Secrets {
    private static final String MASK = "********";
    private static final Pattern USER_INFO = Pattern.compile("//[^/\\s,]+@");
    /** Kafka's clients say themselves which of their properties are secret. */
    private static final Map<String, ConfigDef.Type> KAFKA = kafka();

    private static final List<String> WORDS = List.of(
            "password",
            "passphrase",
            "secret",
            "jaas",
            "user.info",
            "token",
            "credential",
            "private.key",
            ".key",
            "apikey");
    /** Where a secret is, or of what kind, but not the secret. */
    private static final List<String> ABOUT =
            List.of(".url", ".location", ".file", ".type", ".class", ".source", ".id");

    private Secrets() {}

    static String shown(String key, String written) {
        if (written.isEmpty() || Placeholders.isOnlyAPlaceholder(written)) {
            return written;
        }
        return isSecret(key) ? MASK : USER_INFO.matcher(written).replaceAll("//" + MASK + "@");
    }

    /** Whether the text itself is or holds one, rather than saying where it is. */
    static boolean isTold(String key, String written) {
        return !written.isBlank()
                && !Placeholders.hasAny(written)
                && (isSecret(key) || USER_INFO.matcher(written).find());
    }

    private static boolean isSecret(String key) {
        ConfigDef.Type known = KAFKA.get(PassThrough.propertyOfClient(key));
        if (known != null) {
            return known == ConfigDef.Type.PASSWORD;
        }
        String name = key.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(name::contains) && ABOUT.stream().noneMatch(name::endsWith);
    }

    private static Map<String, ConfigDef.Type> kafka() {
        Map<String, ConfigDef.Type> types = new HashMap<>();
        List.of(AdminClientConfig.configDef(), ConsumerConfig.configDef(), ProducerConfig.configDef())
                .forEach(client -> client.configKeys().forEach((name, key) -> types.put(name, key.type)));
        return Map.copyOf(types);
    }
}
