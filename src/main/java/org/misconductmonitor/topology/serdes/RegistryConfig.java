package org.misconductmonitor.topology.serdes;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigException;

/**
 * How to reach the schema registry. The names of the properties are those of Confluent's clients, so that one
 * configuration serves both; the {@code registry.*} ones are ours.
 *
 * @param urls base URLs of the Confluent REST API, without a trailing slash or credentials, tried in order
 * @param authorization value of the Authorization header
 * @param tls absent: the trust store of the JVM
 * @param connectTimeout for one connection
 * @param requestTimeout for one request and its whole answer
 * @param retryTimeout how long a registry that is away is asked again before giving up
 * @param retryBackoff first pause between two attempts; it doubles up to retryBackoffMax
 */
public record RegistryConfig(
        List<String> urls,
        Optional<String> authorization,
        Optional<SSLContext> tls,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration retryTimeout,
        Duration retryBackoff,
        Duration retryBackoffMax) {

    /** One base URL or several, separated by commas. */
    public static final String URL = "schema.registry.url";

    public static final String USER_INFO = "basic.auth.user.info";
    public static final String BEARER_TOKEN = "bearer.auth.token";
    public static final String CONNECT_TIMEOUT = "registry.connect.timeout.ms";
    public static final String REQUEST_TIMEOUT = "registry.request.timeout.ms";
    public static final String RETRY_TIMEOUT = "registry.retry.timeout.ms";
    public static final String RETRY_BACKOFF = "registry.retry.backoff.ms";
    public static final String RETRY_BACKOFF_MAX = "registry.retry.backoff.max.ms";

    public RegistryConfig {
        urls = List.copyOf(urls);
    }

    /**
     * Reads the properties; others are ignored.
     *
     * @throws ConfigException when the URL is absent or a value cannot be understood
     */
    public static RegistryConfig from(Map<String, ?> properties) {
        List<String> given = urls(properties.get(URL));
        return new RegistryConfig(
                given.stream().map(RegistryConfig::withoutCredentials).toList(),
                authorization(properties, given.get(0)),
                RegistryTls.context(properties),
                millis(properties, CONNECT_TIMEOUT, 5_000),
                millis(properties, REQUEST_TIMEOUT, 10_000),
                millis(properties, RETRY_TIMEOUT, 30_000),
                millis(properties, RETRY_BACKOFF, 100),
                millis(properties, RETRY_BACKOFF_MAX, 5_000));
    }

    private static List<String> urls(Object value) {
        Stream<?> parts = value instanceof Collection<?> list
                ? list.stream()
                : Arrays.stream(Objects.toString(value, "").split(","));
        List<String> urls = parts.map(part -> part.toString().strip().replaceAll("/+$", ""))
                .filter(part -> !part.isEmpty())
                .toList();
        if (urls.isEmpty()) {
            throw new ConfigException(
                    URL + " is not set: give the base URL of the schema registry, such as http://localhost:8081");
        }
        urls.forEach(RegistryConfig::checked);
        return urls;
    }

    private static URI checked(String url) {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new ConfigException(URL + ": every URL starts with http:// or https://");
        }
        if (url.matches("[^/]*//[^/]*@[^/]*@.*")) {
            throw new ConfigException(URL + ": write an @ in a password as %40, or use " + USER_INFO);
        }
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(URL + " is not a valid URL, such as http://localhost:8081");
        }
    }

    private static String withoutCredentials(String url) {
        return url.replaceFirst("//[^/@]*@", "//");
    }

    private static Optional<String> authorization(Map<String, ?> properties, String firstUrl) {
        Optional<String> token = text(properties, BEARER_TOKEN);
        if (token.isPresent()) {
            return token.map(value -> "Bearer " + value);
        }
        return text(properties, USER_INFO)
                .or(() -> Optional.ofNullable(checked(firstUrl).getUserInfo()))
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<String> text(Map<String, ?> properties, String name) {
        return Stream.of(properties.get(name), properties.get("schema.registry." + name))
                .filter(Objects::nonNull)
                .map(RegistryTls::revealed)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Duration millis(Map<String, ?> properties, String name, long byDefault) {
        String value = Objects.toString(properties.get(name), Long.toString(byDefault));
        try {
            long millis = Long.parseLong(value.strip());
            if (millis >= 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException e) {
            // Told below, in the same words as a negative number.
        }
        throw new ConfigException(name, value, "must be a number of milliseconds, 0 or more");
    }

    @Override
    public String toString() {
        return "RegistryConfig" + urls;
    }
}
