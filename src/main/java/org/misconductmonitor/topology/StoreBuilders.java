package org.misconductmonitor.topology;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/** How the stores of the topology are kept, on disk and in their changelogs. */
final class StoreBuilders {
    private StoreBuilders() {}

    /** No changelog of ours ever deletes by time: a record that is ten years old is as true as one of today. */
    private static Map<String, String> changelog() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                TopicCatalog.GONE_AFTER_MS,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(TopicCatalog.MAX_OUTPUT_BYTES));
    }

    /** Facts of subjects by month. */
    static StoreBuilder<WindowStore<String, byte[]>> months(String name) {
        return Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(name, Bucket.RETENTION, Bucket.SIZE, false),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withLoggingEnabled(changelog())
                .withCachingEnabled();
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> plain(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(changelog())
                .withCachingEnabled();
    }
}
