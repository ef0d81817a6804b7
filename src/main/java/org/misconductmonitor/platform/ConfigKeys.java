package org.misconductmonitor.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.misconductmonitor.privacy.FreeText;

/** Every key of the configuration. What each one means is written once, in {@code misconduct-monitor.properties}. */
public final class ConfigKeys {
    public static final ConfigKey<String> BOOTSTRAP_SERVERS = new ConfigKey<>(
            "bootstrap.servers",
            "localhost:9092",
            ConfigFormat.text("host:port, or several of them separated by commas", ConfigKeys::isHostPorts));
    public static final ConfigKey<String> APPLICATION_ID = new ConfigKey<>(
            "application.id",
            "misconduct-monitor",
            ConfigFormat.text(
                    "made of letters, digits, '.', '_' and '-'", value -> matches("[A-Za-z0-9._-]{1,100}", value)));
    public static final ConfigKey<String> SCHEMA_REGISTRY_URL = new ConfigKey<>(
            "schema.registry.url",
            "http://localhost:8081",
            ConfigFormat.text(
                    "http://... or https://..., or several of them separated by commas",
                    value -> matches("https?://[^\\s,]+(,\\s*https?://[^\\s,]+)*", value)));
    public static final ConfigKey<Path> STATE_DIR =
            new ConfigKey<>("state.dir", "", new ConfigFormat<>("a directory", Path::of));
    public static final ConfigKey<Long> STATE_DIR_FREE =
            new ConfigKey<>("state.dir.free", "256MiB", ConfigFormat.bytes(0));
    public static final ConfigKey<List<Path>> RULES =
            new ConfigKey<>("rules", "", ConfigFormat.list(new ConfigFormat<>("a rule file or a directory", Path::of)));
    public static final ConfigKey<Path> CALENDAR = new ConfigKey<>(
            "calendar",
            "",
            new ConfigFormat<>("a file of bank holidays", text -> text.isEmpty() ? null : Path.of(text)));

    public static final ConfigKey<String> TOPICS_PREFIX = new ConfigKey<>(
            "topics.prefix",
            "misconduct.",
            ConfigFormat.text(
                    "made of letters, digits, '.', '_' and '-'", value -> matches("[A-Za-z0-9._-]{1,100}", value)));
    public static final ConfigKey<Integer> TOPICS_PARTITIONS =
            new ConfigKey<>("topics.partitions", "6", ConfigFormat.integer(1, 10_000));
    public static final ConfigKey<Integer> TOPICS_REPLICATION_FACTOR = new ConfigKey<>(
            "topics.replication.factor",
            "-1",
            new ConfigFormat<>(
                    "a whole number from 1 to 100, or -1 for the default of the cluster", ConfigKeys::replicas));

    public static final ConfigKey<String> PROCESSING_GUARANTEE =
            new ConfigKey<>("processing.guarantee", "exactly_once_v2", ConfigFormat.oneOf("exactly_once_v2"));
    public static final ConfigKey<Integer> NUM_STREAM_THREADS =
            new ConfigKey<>("num.stream.threads", "2", ConfigFormat.integer(1, 1_000));
    public static final ConfigKey<Integer> COMMIT_INTERVAL_MS =
            new ConfigKey<>("commit.interval.ms", "20", ConfigFormat.integer(1, 60_000));
    public static final ConfigKey<Integer> NUM_STANDBY_REPLICAS =
            new ConfigKey<>("num.standby.replicas", "0", ConfigFormat.integer(0, 10));
    public static final ConfigKey<String> GROUP_PROTOCOL =
            new ConfigKey<>("group.protocol", "classic", ConfigFormat.oneOf("classic", "streams"));
    public static final ConfigKey<Long> STATESTORE_CACHE =
            new ConfigKey<>("statestore.cache.max.bytes", "16MiB", ConfigFormat.bytes(0));
    public static final ConfigKey<Long> ROCKSDB_MEMORY =
            new ConfigKey<>("rocksdb.memory.bytes", "256MiB", ConfigFormat.bytes(16L << 20));
    public static final ConfigKey<Integer> CACHED_FACTS =
            new ConfigKey<>("cached.facts", "100000", ConfigFormat.integer(0, 100_000_000));
    public static final ConfigKey<Integer> ACKNOWLEDGE_WORKING_DAYS =
            new ConfigKey<>("reviews.acknowledge.working.days", "5", ConfigFormat.integer(1, 250));
    public static final ConfigKey<Integer> STORM_LIMIT =
            new ConfigKey<>("reviews.storm.limit", "100", ConfigFormat.integer(1, 1_000_000));

    public static final ConfigKey<Optional<Duration>> PUBLISH_STATISTICS_EVERY = new ConfigKey<>(
            "statistics.publish.every", "PT1M", ConfigFormat.timeOrOff(Duration.ofSeconds(1), Duration.ofDays(1)));

    public static final ConfigKey<Optional<FreeText>> FREE_TEXT = new ConfigKey<>(
            "privacy.free.text", "auto", new ConfigFormat<>("auto, sealed or clear", ConfigKeys::freeText));
    public static final ConfigKey<Path> KEY_FILE = new ConfigKey<>(
            "privacy.key.file",
            "",
            new ConfigFormat<>("a file of keys", text -> text.isEmpty() ? null : Path.of(text)));
    public static final ConfigKey<Path> VAULT = new ConfigKey<>(
            "privacy.vault", "", new ConfigFormat<>("a directory", text -> text.isEmpty() ? null : Path.of(text)));

    public static final ConfigKey<Optional<Integer>> HTTP_PORT = new ConfigKey<>(
            "http.port",
            "off",
            new ConfigFormat<>("off, or a whole number from 0 (a free port) to 65535", ConfigKeys::httpPort));
    public static final ConfigKey<String> HTTP_HOST = new ConfigKey<>(
            "http.host",
            "127.0.0.1",
            ConfigFormat.text(
                    "a name or address of this machine",
                    value -> matches("[A-Za-z0-9.-]+|\\[?[0-9A-Fa-f:]+]?", value)));
    public static final ConfigKey<String> APPLICATION_SERVER = new ConfigKey<>(
            "application.server",
            "",
            ConfigFormat.text("host:port", value -> value.isEmpty() || matches("[^\\s:/]+:\\d{1,5}", value)));

    private static final List<ConfigKey<?>> OWN = List.of(
            BOOTSTRAP_SERVERS,
            SCHEMA_REGISTRY_URL,
            APPLICATION_ID,
            STATE_DIR,
            STATE_DIR_FREE,
            RULES,
            CALENDAR,
            TOPICS_PREFIX,
            TOPICS_PARTITIONS,
            TOPICS_REPLICATION_FACTOR,
            NUM_STREAM_THREADS,
            COMMIT_INTERVAL_MS,
            PROCESSING_GUARANTEE,
            NUM_STANDBY_REPLICAS,
            GROUP_PROTOCOL,
            STATESTORE_CACHE,
            ROCKSDB_MEMORY,
            CACHED_FACTS,
            ACKNOWLEDGE_WORKING_DAYS,
            STORM_LIMIT,
            PUBLISH_STATISTICS_EVERY,
            FREE_TEXT,
            KEY_FILE,
            VAULT,
            HTTP_PORT,
            HTTP_HOST,
            APPLICATION_SERVER);

    /** All of them, in the order of the template. */
    public static final List<ConfigKey<?>> ALL = Stream.of(OWN, TlsKeys.ALL, AccessKeys.ALL)
            .<ConfigKey<?>>flatMap(List::stream)
            .toList();

    private ConfigKeys() {}

    static boolean isKnown(String name) {
        return ALL.stream().anyMatch(key -> key.name().equals(name)) || PassThrough.isPassedOn(name);
    }

    private static boolean isHostPorts(String value) {
        return Arrays.stream(value.split(",")).allMatch(part -> matches("\\S+:\\d{1,5}", part.strip()));
    }

    private static Optional<FreeText> freeText(String value) {
        return switch (value) {
            case "auto" -> Optional.empty();
            case "clear" -> Optional.of(FreeText.CLEAR);
            case "sealed" -> Optional.of(FreeText.SEALED);
            default -> throw new IllegalArgumentException();
        };
    }

    private static Optional<Integer> httpPort(String value) {
        if (value.equals("off")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(value);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException();
        }
        return Optional.of(port);
    }

    private static int replicas(String value) {
        int number = Integer.parseInt(value);
        if (number != -1 && (number < 1 || number > 100)) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private static boolean matches(String pattern, String value) {
        return Pattern.matches(pattern, value);
    }
}
