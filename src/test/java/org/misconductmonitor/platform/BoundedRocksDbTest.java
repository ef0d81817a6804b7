package org.misconductmonitor.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;

class BoundedRocksDbTest {
    @TempDir
    private Path directory;

    @Test
    void shouldShareOnePieceOfMemoryAndFreeItWithTheLastStore() {
        KeyValueStore<String, String> first = open("first");
        KeyValueStore<String, String> second = open("second");
        first.put("a", "1");
        second.put("a", "2");
        assertThat(SharedRocksMemory.users()).isEqualTo(2);
        assertThat(SharedRocksMemory.usedBytes()).isBetween(1L, 64L << 20);

        first.close();
        assertThat(second.get("a")).isEqualTo("2");
        second.close();

        assertThat(SharedRocksMemory.users()).isZero();
        assertThat(SharedRocksMemory.usedBytes()).isZero();
        KeyValueStore<String, String> again = open("first");
        assertThat(again.get("a")).isEqualTo("1");
        again.close();
    }

    @Test
    void shouldBoundCompressAndFilter() {
        try (Options options = new Options();
                BloomFilter filter = new BloomFilter()) {
            options.setTableFormatConfig(new BlockBasedTableConfig().setFilterPolicy(filter));
            BoundedRocksDb setter = new BoundedRocksDb();

            setter.setConfig("s", options, Map.of(BoundedRocksDb.MEMORY, 64L << 20));

            BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
            assertThat(options.compressionType()).isEqualTo(CompressionType.LZ4_COMPRESSION);
            assertThat(options.writeBufferManager()).isNotNull();
            assertThat(table.cacheIndexAndFilterBlocks()).isTrue();
            assertThat(table.filterPolicy()).isNotNull();
            setter.close("s", options);
            setter.close("s", options);
        }
        assertThat(SharedRocksMemory.users()).isZero();
    }

    private KeyValueStore<String, String> open(String name) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(BoundedRocksDb.MEMORY, 64L << 20);
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(properties, new TaskId(0, 0), directory.toFile());
        KeyValueStore<String, String> store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.String())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
