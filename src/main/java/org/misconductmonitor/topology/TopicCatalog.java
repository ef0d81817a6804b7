package org.misconductmonitor.topology;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.misconductmonitor.topology.TopicSetting.Match.AT_LEAST;
import static org.misconductmonitor.topology.TopicSetting.Match.AT_MOST;
import static org.misconductmonitor.topology.TopicSetting.Match.SAME;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every topic of the monitor with its name and settings: the only place that knows them. Immutable. */
public final class TopicCatalog {
    /** Largest record that others may publish, bytes: Kafka's own default. */
    public static final int MAX_INPUT_BYTES = 1_048_588;
    /** Largest record that the monitor may write, bytes: a whole input with reasons, or the evidence of an alert. */
    public static final int MAX_OUTPUT_BYTES = 4 * 1024 * 1024;

    /** Until then at the latest a row that was replaced or erased goes from tables and changelogs, milliseconds. */
    static final String GONE_AFTER_MS = Long.toString(Duration.ofDays(7).toMillis());

    private static final String FOREVER = "-1";
    private static final TopicSetting SOON_GONE = new TopicSetting(
            MAX_COMPACTION_LAG_MS_CONFIG,
            GONE_AFTER_MS,
            AT_MOST,
            "otherwise what was erased stays in old rows until much else is written");
    private static final TopicSetting NO_EXPIRY =
            new TopicSetting(RETENTION_MS_CONFIG, FOREVER, SAME, "otherwise records are deleted when they are old");
    private static final TopicSetting NO_LIMIT = new TopicSetting(
            RETENTION_BYTES_CONFIG, FOREVER, SAME, "otherwise records are deleted when there are many");
    private static final TopicSetting INGESTION_TIME = new TopicSetting(
            MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime",
            SAME,
            "otherwise a publisher's clock decides when a fact was known, and transactions stall on old dates");

    private final TopicSettings settings;
    private final List<TopicSpec> specs;

    public TopicCatalog(TopicSettings settings) {
        this.settings = settings;
        this.specs = Arrays.stream(MonitorTopic.values()).map(this::describe).toList();
    }

    public TopicSettings settings() {
        return settings;
    }

    /** All of them, in the order of {@link MonitorTopic}. */
    public List<TopicSpec> all() {
        return specs;
    }

    public TopicSpec spec(MonitorTopic topic) {
        return specs.get(topic.ordinal());
    }

    /** Name on the cluster. */
    public String name(MonitorTopic topic) {
        return settings.prefix() + topic.suffix();
    }

    private TopicSpec describe(MonitorTopic topic) {
        List<TopicSetting> wanted =
                new ArrayList<>(List.of(cleanup(topic), NO_EXPIRY, NO_LIMIT, INGESTION_TIME, size(topic)));
        if (topic.kind() == MonitorTopic.Kind.TABLE) {
            wanted.add(SOON_GONE);
        }
        return new TopicSpec(
                topic, name(topic), settings.partitions(), settings.replicationFactor(), List.copyOf(wanted));
    }

    private static TopicSetting cleanup(MonitorTopic topic) {
        return topic.kind().compacted()
                ? new TopicSetting(
                        CLEANUP_POLICY_CONFIG, "compact", SAME, "only the latest value of each key is needed")
                : new TopicSetting(
                        CLEANUP_POLICY_CONFIG, "delete", SAME, "compaction would drop all but the last record");
    }

    private static TopicSetting size(MonitorTopic topic) {
        return topic.kind().writtenByMonitor()
                ? new TopicSetting(
                        MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(MAX_OUTPUT_BYTES),
                        AT_LEAST,
                        "a record that the broker refuses stops the monitor")
                : new TopicSetting(
                        MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(MAX_INPUT_BYTES),
                        AT_MOST,
                        "a larger record would not fit into a dead letter, whole and with its reason");
    }
}
