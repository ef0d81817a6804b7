package org.misconductmonitor.platform.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A Kafka broker and a schema registry on this machine, for {@code demo} and for tests. Close it after everything that
 * uses it; there is no shutdown hook, because the owner knows the order.
 */
public final class EmbeddedPlatform implements AutoCloseable {
    private final Path directory;
    private final boolean temporary;
    private final FileChannel lock;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private EmbeddedPlatform(Path directory, boolean temporary, Map<String, String> brokerProperties)
            throws IOException {
        this.directory = directory;
        this.temporary = temporary;
        this.lock = lock(directory);
        this.broker = new EmbeddedBroker(directory.resolve("broker"), brokerProperties);
        this.registry = new EmbeddedRegistry(directory.resolve("registry"));
    }

    /**
     * Starts both on a directory that keeps everything: records, offsets, schemas, ids, addresses.
     *
     * @param brokerProperties override ours
     * @throws PlatformException when the directory is in use or one of the two cannot start
     */
    public static EmbeddedPlatform start(Path directory, Map<String, String> brokerProperties) {
        try {
            return started(new EmbeddedPlatform(directory.toAbsolutePath(), false, brokerProperties));
        } catch (IOException e) {
            throw new PlatformException("The directory " + directory + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Starts both on a fresh directory that is deleted on close. */
    public static EmbeddedPlatform startTemporary(Map<String, String> brokerProperties) {
        try {
            Path fresh = Files.createTempDirectory("misconduct-monitor-");
            return started(new EmbeddedPlatform(fresh, true, brokerProperties));
        } catch (IOException e) {
            throw new PlatformException("No temporary directory can be made: " + e.getMessage(), e);
        }
    }

    /** Where everything is kept; a monitor may keep its state there too. */
    public Path directory() {
        return directory;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Base URL of the Confluent-compatible API, for {@code schema.registry.url}. */
    public String registryUrl() {
        return registry.url();
    }

    public EmbeddedBroker broker() {
        return broker;
    }

    public EmbeddedRegistry registry() {
        return registry;
    }

    /** Stops both and starts them again on the same directory, at the same addresses if they are still free. */
    public void restart() {
        stop();
        startBoth();
    }

    @Override
    public void close() {
        stop();
        try {
            lock.close();
            if (temporary && Files.exists(directory)) {
                Directories.delete(directory);
            }
        } catch (IOException e) {
            throw new PlatformException("The directory " + directory + " cannot be released: " + e.getMessage(), e);
        }
    }

    private static EmbeddedPlatform started(EmbeddedPlatform platform) {
        try {
            platform.startBoth();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private void startBoth() {
        CompletableFuture<EmbeddedRegistry> other = CompletableFuture.supplyAsync(registry::start, this::inBackground);
        RuntimeException failure = null;
        try {
            broker.start();
        } catch (RuntimeException e) {
            failure = e;
        }
        try {
            other.join();
        } catch (CompletionException e) {
            failure = failure == null && e.getCause() instanceof RuntimeException cause ? cause : failure;
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void inBackground(Runnable task) {
        Thread thread = new Thread(task, "registry-start");
        thread.setDaemon(true);
        thread.start();
    }

    private void stop() {
        try {
            broker.close();
        } finally {
            registry.close();
        }
    }

    /** Two platforms in one directory would corrupt each other's data. */
    private static FileChannel lock(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this JVM: the same answer.
        }
        channel.close();
        throw new PlatformException(
                "The directory " + directory + " is in use by another monitor: stop it, or choose another directory");
    }
}
