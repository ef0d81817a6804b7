package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Exit;
import org.misconductmonitor.cli.Main;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.MonitorTopic;

/** A monitor that cannot keep its promises does not start, and says what to do. */
@ExtendWith(SharedPlatform.class)
class RefusedStartTest {
    /** Avro's single-object encoding: two marks, the fingerprint of a schema, the record. */
    private static final byte[] OF_AN_UNKNOWN_SCHEMA = {(byte) 0xC3, 1, 9, 9, 9, 9, 9, 9, 9, 9, 0, 0};

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void shouldNotStartOnATopicThatForgetsAfterSevenDays(EmbeddedPlatform platform) {
        Site site = Site.create(platform, directory, Map.of());
        new Sender(site).set(MonitorTopic.VETTING, "retention.ms", "604800000");

        assertThat(run("run", site.arguments())).isEqualTo(Exit.FAILED);
        assertThat(said.toString())
                .contains(
                        site.topic(MonitorTopic.VETTING) + ": retention.ms is 604800000 but must be -1",
                        "kafka-configs.sh --bootstrap-server " + platform.bootstrapServers()
                                + " --alter --entity-type topics --entity-name " + site.topic(MonitorTopic.VETTING)
                                + " --add-config retention.ms=-1");
        assertThat(site.config().stateDir()).doesNotExist();
    }

    @Test
    void shouldNotStartWithoutItsTopics(EmbeddedPlatform platform) {
        Site site = Site.create(platform, directory, Map.of());
        List<String> arguments = new ArrayList<>(site.arguments());
        arguments.addAll(List.of("--set", "topics.prefix=elsewhere."));

        assertThat(run("run", arguments)).isEqualTo(Exit.FAILED);
        assertThat(said.toString()).contains("elsewhere.allegations", "topics create");
    }

    @Test
    void shouldNotStartOnStateThatItCannotRead(EmbeddedPlatform platform) throws Exception {
        Site site = Site.create(platform, directory, Map.of());
        String changelog = site.config().applicationId() + "-alert-lives-changelog";
        try (Admin admin = Admin.create(ClientProperties.admin(site.config()));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        ClientProperties.producer(site.config()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            admin.createTopics(
                            List.of(new NewTopic(changelog, 2, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(changelog, 1, new byte[] {1}, OF_AN_UNKNOWN_SCHEMA))
                    .get();

            assertThat(run("run", site.arguments())).isEqualTo(Exit.FAILED);
            assertThat(said.toString())
                    .contains(changelog + ", partition 1, offset 0", "Nothing was changed", "`state reset`");
            assertThat(site.config().stateDir()).doesNotExist();
            assertThat(admin.listTopics().names().get())
                    .filteredOn(name -> name.startsWith(site.config().applicationId() + "-"))
                    .containsExactly(changelog);
        }
    }

    @Test
    void shouldNotStartOnStoresThatAnotherProcessHas(EmbeddedPlatform platform) throws Exception {
        Site site = Site.create(platform, directory, Map.of());
        Path state = site.config().stateDir().resolve(site.config().applicationId());
        Files.createDirectories(state);
        try (FileChannel channel =
                FileChannel.open(state.resolve("cluster"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();

            assertThat(run("run", site.arguments())).isEqualTo(Exit.FAILED);
        }
        assertThat(said.toString()).contains(state + " is in use by another process: give each instance");
    }

    @Test
    void shouldNotStartOnStoresOfAnotherCluster(EmbeddedPlatform platform) throws Exception {
        Site site = Site.create(platform, directory, Map.of());
        Path state = site.config().stateDir().resolve(site.config().applicationId());
        Files.createDirectories(state);
        Files.writeString(state.resolve("cluster"), "elsewhere");

        assertThat(run("run", site.arguments())).isEqualTo(Exit.FAILED);
        assertThat(said.toString())
                .contains(state + " holds stores of the cluster elsewhere, but bootstrap.servers leads to ");
    }

    @Test
    void shouldNotStartWithoutABroker() {
        List<String> arguments = List.of(
                "--bootstrap-server", "127.0.0.1:1",
                "--set", "kafka.admin.default.api.timeout.ms=500",
                "--set", "kafka.admin.request.timeout.ms=400",
                "--set", "state.dir=" + directory.resolve("state"));

        assertThat(run("run", arguments)).isEqualTo(Exit.FAILED);
        assertThat(said.toString()).contains("misconduct-monitor: cannot list the topics at 127.0.0.1:1", "no answer");
        assertThat(directory.resolve("state")).doesNotExist();
    }

    @Test
    void shouldNotPlayADemoWhereAnotherIsAtWork() throws IOException {
        try (FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();

            assertThat(run("demo", List.of("--dir", directory.toString()))).isEqualTo(Exit.FAILED);
        }
        assertThat(said.toString()).contains("misconduct-monitor: The directory " + directory + " is in use");
    }

    private int run(String command, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(arguments);
        return Main.run(new PrintWriter(said), new PrintWriter(said), words.toArray(String[]::new));
    }
}
