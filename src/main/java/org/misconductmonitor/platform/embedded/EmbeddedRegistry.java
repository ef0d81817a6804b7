package org.misconductmonitor.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A real schema registry (Apicurio) in a process of its own, listening on the loopback address only, with durable
 * storage: ids must outlive restarts just as the records that carry them. The process ends with this JVM, however
 * this JVM ends.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final int ATTEMPTS = 3;

    private final Path directory;
    private Process process;
    private int port;

    /**
     * A registry that is not started yet.
     *
     * @param directory where everything is kept, also the port, so that a restart keeps the address if it is free
     */
    public EmbeddedRegistry(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /**
     * Returns when the registry answers.
     *
     * @throws PlatformException when it is not installed or does not start
     */
    public synchronized EmbeddedRegistry start() {
        Path jar = RegistryHome.runnerJar();
        for (int attempt = 1; !isRunning(); attempt++) {
            try {
                Files.createDirectories(directory);
                port = Ports.remembered(directory.resolve("port"));
                process = RegistryProcess.launch(jar, directory, port);
                new RegistryProbe(url()).awaitAnswer(process, START_LIMIT);
            } catch (IOException | PlatformException e) {
                kill();
                if (attempt == ATTEMPTS || Ports.isFree(port)) {
                    throw new PlatformException(
                            "The embedded schema registry does not start: " + e.getMessage() + ". Its log is "
                                    + RegistryProcess.log(directory),
                            e);
                }
            }
        }
        return this;
    }

    /** Base URL of its Confluent-compatible API, for {@code schema.registry.url}. */
    public synchronized String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** The id of the running process. */
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException("the registry is not running");
        }
        return process.pid();
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Ends the process cleanly and waits for it; the registry may be started again. */
    @Override
    public synchronized void close() {
        if (process != null) {
            process.destroy();
            end();
        }
    }

    /** Ends the process at once, as a crash would. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            end();
        }
    }

    private void end() {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        process = null;
    }
}
