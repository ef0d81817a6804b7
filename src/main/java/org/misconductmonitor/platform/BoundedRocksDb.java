package org.misconductmonitor.platform;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;

/**
 * Settings of every RocksDB store: all of them share one bounded piece of native memory. Kafka makes one instance for
 * each store (each segment of a window store) and adds the Bloom filter itself.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** Property with the native memory of all stores of this process together, bytes. */
    public static final String MEMORY = "rocksdb.memory.bytes";

    private static final long WRITE_BUFFER = 8L << 20;
    private static final int WRITE_BUFFERS = 3;
    private static final long BLOCK = 16L << 10;

    private boolean holdsMemory;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        long bytes = Long.parseLong(configs.get(MEMORY).toString());
        SharedRocksMemory.Memory memory = SharedRocksMemory.acquire(bytes);
        holdsMemory = true;
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setBlockSize(BLOCK);
        // Otherwise indexes and filters would grow with the data, outside the bound.
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setWriteBufferSize(Math.min(WRITE_BUFFER, bytes / WRITE_BUFFERS));
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    }

    /** The last store to close frees the memory; RocksDB itself keeps what an open store still needs. */
    @Override
    public void close(String storeName, Options options) {
        if (holdsMemory) {
            holdsMemory = false;
            SharedRocksMemory.release();
        }
    }
}
