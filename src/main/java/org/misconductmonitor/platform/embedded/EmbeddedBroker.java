package org.misconductmonitor.platform.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker (KRaft, one node) in this JVM, listening on the loopback address only. Its directory must not be
 * deleted before it is closed: Kafka would halt the JVM.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String CLUSTER_ID = "MkU3OEVBNTcwNTJENDM2Qg";
    private static final int ATTEMPTS = 5;

    private final Path directory;
    private final Map<String, String> more;
    private KafkaRaftServer server;
    private int port;

    /**
     * A broker that is not started yet.
     *
     * @param directory where everything is kept, also the port, so that a restart keeps the address if it is free
     * @param more broker properties that override ours
     */
    public EmbeddedBroker(Path directory, Map<String, String> more) {
        this.directory = directory.toAbsolutePath();
        this.more = Map.copyOf(more);
    }

    /**
     * Returns when the broker serves.
     *
     * @throws PlatformException when it cannot start
     */
    public synchronized EmbeddedBroker start() {
        for (int attempt = 1; server == null; attempt++) {
            try {
                server = started();
            } catch (IOException | RuntimeException e) {
                if (attempt == ATTEMPTS || !isPortTaken(e)) {
                    throw new PlatformException(
                            "The embedded broker does not start in " + directory + ": " + e.getMessage()
                                    + ". Is the directory writable, and no other broker at work in it?",
                            e);
                }
                forgetPort();
            }
        }
        return this;
    }

    /** Host and port, for {@code bootstrap.servers}. */
    public synchronized String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Returns when everything is on disk and all threads have ended; the broker may be started again. */
    @Override
    public synchronized void close() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    private KafkaRaftServer started() throws IOException {
        Files.createDirectories(directory);
        port = Ports.remembered(directory.resolve("port"));
        Properties properties = BrokerProperties.of(directory.resolve("data"), port, Ports.free(), more);
        format(properties);
        KafkaRaftServer fresh = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            fresh.startup();
            return fresh;
        } catch (RuntimeException e) {
            fresh.shutdown();
            throw e;
        }
    }

    private void forgetPort() {
        try {
            Files.deleteIfExists(directory.resolve("port"));
        } catch (IOException e) {
            throw new PlatformException("The directory " + directory + " cannot be written to", e);
        }
    }

    private void format(Properties properties) throws IOException {
        Path file = directory.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {"format", "--config", file.toString(), "--cluster-id", CLUSTER_ID, "--ignore-formatted"};
        int code = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IOException("formatting failed: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static boolean isPortTaken(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
