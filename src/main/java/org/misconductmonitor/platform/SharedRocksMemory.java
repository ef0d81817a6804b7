package org.misconductmonitor.platform;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The native memory that all stores of the process share. Static state is unavoidable: Kafka makes the objects that
 * configure the stores by class name, with no way to hand them anything but text. It is confined to this class; it
 * exists while at least one store is open.
 */
final class SharedRocksMemory {
    private static Memory shared;
    private static int users;

    private SharedRocksMemory() {}

    /**
     * @param cache holds blocks, indexes, filters, and the account of the write buffers
     * @param writeBuffers at most half of the cache
     */
    record Memory(Cache cache, WriteBufferManager writeBuffers) {}

    /**
     * Takes part in the memory, which the first user makes.
     *
     * @param bytes its size; ignored if it exists
     */
    static synchronized Memory acquire(long bytes) {
        if (shared == null) {
            RocksDB.loadLibrary();
            Cache cache = new LRUCache(bytes);
            shared = new Memory(cache, new WriteBufferManager(bytes / 2, cache));
        }
        users++;
        return shared;
    }

    /** Ends one {@link #acquire}. */
    static synchronized void release() {
        users--;
        if (users == 0) {
            shared.writeBuffers().close();
            shared.cache().close();
            shared = null;
        }
    }

    /** What stores have taken of it, write buffers included, bytes. */
    static synchronized long usedBytes() {
        return shared == null ? 0 : shared.cache().getUsage();
    }

    static synchronized int users() {
        return users;
    }
}
