package org.misconductmonitor.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPlatformTest {
    @Test
    void shouldKeepEverythingOverARestartAndLeaveNothingRunning(@TempDir Path directory) throws Exception {
        Set<Thread> before = nonDaemons();
        String bootstrap;
        String registryUrl;
        long pid;
        int schemaId;
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(directory, Map.of())) {
            bootstrap = platform.bootstrapServers();
            registryUrl = platform.registryUrl();
            pid = platform.registry().pid();
            schemaId = Clients.register(platform, "kept-value");
            Clients.createTopic(platform, "kept");
            Clients.produce(platform, "kept", "one", "two");
            assertThat(Clients.consume(platform, "kept", 2)).isEqualTo(List.of("one", "two"));
            platform.restart();
            Clients.produce(platform, "kept", "three");
        }
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive)).isNotEqualTo(java.util.Optional.of(true));
        assertThat(nonDaemons()).isSubsetOf(before);

        try (EmbeddedPlatform platform = EmbeddedPlatform.start(directory, Map.of())) {
            assertThat(platform.bootstrapServers()).isEqualTo(bootstrap);
            assertThat(platform.registryUrl()).isEqualTo(registryUrl);
            assertThat(Clients.consume(platform, "kept", 3)).isEqualTo(List.of("one", "two", "three"));
            assertThat(Clients.register(platform, "other-value")).isEqualTo(schemaId);
            assertThat(Clients.registry(platform).subjects()).isEqualTo(List.of("kept-value", "other-value"));
        }
    }

    @Test
    void shouldMoveToAnotherPortWhenItsOwnIsTaken(@TempDir Path directory) throws IOException {
        EmbeddedBroker broker = new EmbeddedBroker(directory, Map.of()).start();
        String first = broker.bootstrapServers();
        broker.close();
        try (ServerSocket taken = new ServerSocket(port(first), 1, InetAddress.getLoopbackAddress())) {
            broker.start();
            assertThat(broker.bootstrapServers()).isNotEqualTo("127.0.0.1:" + taken.getLocalPort());
        } finally {
            broker.close();
        }
    }

    @Test
    void shouldSayWhenTheBrokerCannotStartAndLeaveTheJvmAlive(@TempDir Path directory) throws IOException {
        int controller = Ports.free();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                EmbeddedBroker broker = new EmbeddedBroker(
                        directory,
                        Map.of(
                                "listeners",
                                "PLAINTEXT://127.0.0.1:" + taken.getLocalPort() + ",CONTROLLER://127.0.0.1:"
                                        + controller,
                                "controller.quorum.voters",
                                "1@127.0.0.1:" + controller))) {
            assertThatThrownBy(broker::start)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining(directory.toString());
        }
    }

    @Test
    void shouldRefuseADirectoryThatIsInUse(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory);
        try (java.nio.channels.FileChannel channel = java.nio.channels.FileChannel.open(
                directory.resolve("lock"),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();
            assertThatThrownBy(() -> EmbeddedPlatform.start(directory, Map.of()))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("in use")
                    .hasMessageContaining(directory.toString());
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    private static Set<Thread> nonDaemons() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread.isAlive())
                .collect(Collectors.toSet());
    }
}
