package org.misconductmonitor.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The configuration of one instance; immutable and checked.
 *
 * @param applicationId name of the consumer group, and what the internal topics start with
 * @param schemaRegistryUrl base URL of the Confluent REST API, or several separated by commas
 * @param stateDir where the stores are; survives restarts
 * @param rules files and directories; empty: the pack on the class path
 * @param calendar file of bank holidays; null: the one on the class path
 * @param statisticsEvery how often changed counts are published by an instance with an HTTP server; empty: never
 * @param passThrough properties for Kafka's clients and the serializers
 * @param privacy what is kept of text in people's own words, and keys for those who publish and read it
 * @param http the HTTP server
 * @param values every effective value with its source, by key
 * @param warnings things that were ignored but may be mistakes
 */
public record MonitorConfig(
        String bootstrapServers,
        String schemaRegistryUrl,
        String applicationId,
        Path stateDir,
        List<Path> rules,
        Path calendar,
        TopicsConfig topics,
        StreamsConfiguration streams,
        ReviewsConfig reviews,
        Optional<Duration> statisticsEvery,
        PassThrough passThrough,
        PrivacyConfig privacy,
        HttpConfig http,
        Collection<ConfigValue> values,
        List<String> warnings) {

    public MonitorConfig {
        rules = List.copyOf(rules);
        values = List.copyOf(values);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads all sources.
     *
     * @throws ConfigException if any key is unknown or any value not allowed: all of them are told
     */
    public static MonitorConfig load(ConfigSources sources) {
        ConfigLayers layers = new ConfigLayers(sources);
        ConfigReader reader = new ConfigReader(layers);
        ConfigKeys.ALL.forEach(reader::read);
        requireNoProblem(layers);
        HttpConfig http = http(reader, layers.problems());
        PrivacyConfig privacy = new PrivacyConfig(
                reader.read(ConfigKeys.KEY_FILE), reader.read(ConfigKeys.VAULT), reader.read(ConfigKeys.FREE_TEXT));
        layers.problems().addAll(http.problems());
        layers.problems().addAll(privacy.problems(http));
        requireNoProblem(layers);
        return from(layers, reader, http, privacy);
    }

    private static void requireNoProblem(ConfigLayers layers) {
        if (!layers.problems().isEmpty()) {
            throw new ConfigException(layers.problems());
        }
    }

    private static HttpConfig http(ConfigReader reader, List<String> problems) {
        return new HttpConfig(
                reader.read(ConfigKeys.HTTP_PORT),
                reader.read(ConfigKeys.HTTP_HOST),
                reader.read(ConfigKeys.APPLICATION_SERVER),
                AccessKeys.read(reader, problems),
                TlsKeys.read(reader, problems));
    }

    private static MonitorConfig from(
            ConfigLayers layers, ConfigReader reader, HttpConfig http, PrivacyConfig privacy) {
        Map<String, String> plain =
                layers.values().values().stream().collect(Collectors.toMap(ConfigValue::key, ConfigValue::value));
        return new MonitorConfig(
                reader.read(ConfigKeys.BOOTSTRAP_SERVERS),
                reader.read(ConfigKeys.SCHEMA_REGISTRY_URL),
                reader.read(ConfigKeys.APPLICATION_ID),
                reader.read(ConfigKeys.STATE_DIR).toAbsolutePath(),
                reader.read(ConfigKeys.RULES),
                reader.read(ConfigKeys.CALENDAR),
                new TopicsConfig(
                        reader.read(ConfigKeys.TOPICS_PREFIX),
                        reader.read(ConfigKeys.TOPICS_PARTITIONS),
                        reader.read(ConfigKeys.TOPICS_REPLICATION_FACTOR)),
                new StreamsConfiguration(
                        reader.read(ConfigKeys.NUM_STREAM_THREADS),
                        reader.read(ConfigKeys.COMMIT_INTERVAL_MS),
                        reader.read(ConfigKeys.NUM_STANDBY_REPLICAS),
                        reader.read(ConfigKeys.GROUP_PROTOCOL),
                        reader.read(ConfigKeys.STATESTORE_CACHE),
                        reader.read(ConfigKeys.ROCKSDB_MEMORY),
                        reader.read(ConfigKeys.STATE_DIR_FREE),
                        reader.read(ConfigKeys.CACHED_FACTS)),
                new ReviewsConfig(
                        reader.read(ConfigKeys.ACKNOWLEDGE_WORKING_DAYS), reader.read(ConfigKeys.STORM_LIMIT)),
                reader.read(ConfigKeys.PUBLISH_STATISTICS_EVERY),
                new PassThrough(plain),
                privacy,
                http,
                layers.values().values(),
                layers.warnings());
    }

    /** Every effective value and where it comes from, one a line, with secrets masked. */
    public String describe() {
        int width =
                values.stream().mapToInt(value -> value.key().length()).max().orElse(0);
        return values.stream()
                .map(value -> ("%-" + width + "s = %s  (%s)").formatted(value.key(), value.shown(), value.source()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** How often this instance publishes changed counts; empty: never, as it has no HTTP server or is told not to. */
    public Optional<Duration> publishingStatistics() {
        return http.port().flatMap(port -> statisticsEvery);
    }

    /** Whether the cluster asks for TLS or credentials. */
    public boolean isSecured() {
        return !passThrough
                .admin()
                .getOrDefault("security.protocol", "PLAINTEXT")
                .equals("PLAINTEXT");
    }

    /** As {@link #describe()}: a generated one would print secrets. */
    @Override
    public String toString() {
        return describe();
    }
}
