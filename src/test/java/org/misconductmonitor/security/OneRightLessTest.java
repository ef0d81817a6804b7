package org.misconductmonitor.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.privacy.KeyFile;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.topology.AclCatalog;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.Right;

/** Each role but those of {@link MissingRightsTest} does its work with its rights, and with any one of them less it does not. */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneRightLessTest {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Set<MonitorTopic> SENT_AGAIN = Set.of(
            MonitorTopic.ALLEGATIONS,
            MonitorTopic.VETTING,
            MonitorTopic.WORKFORCE,
            MonitorTopic.REPORTS,
            MonitorTopic.REVIEWS,
            MonitorTopic.RULES,
            MonitorTopic.HANDOVERS,
            MonitorTopic.CONTRIBUTIONS);

    private final String site = "less-" + UUID.randomUUID();
    private final SecuredCluster cluster;
    private final Path directory;
    private final Map<Role, Party> parties = new EnumMap<>(Role.class);
    private final String readers = site + "-readers";
    private String alert;

    OneRightLessTest(SecuredCluster cluster, @TempDir Path directory) {
        this.cluster = cluster;
        this.directory = directory;
    }

    private enum Role {
        PUBLISHER(rights -> rights.publisher(Set.of(Feed.VETTING))),
        IMPORTER(rights -> rights.importer(Set.of(Feed.ALLEGATIONS))),
        REVIEWER(AclCatalog::reviewer),
        ANALYST(AclCatalog::analyst),
        CONSUMER(rights -> rights.consumer(Optional.empty())),
        REPLAYER(AclCatalog::replayer),
        AUDITOR(AclCatalog::auditor),
        PRIVACY(AclCatalog::privacy),
        BACKUP(AclCatalog::backup);

        private final Function<AclCatalog, List<Right>> rights;

        Role(Function<AclCatalog, List<Right>> rights) {
            this.rights = rights;
        }

        Function<AclCatalog, List<Right>> rights(String readers) {
            return this == CONSUMER ? catalog -> catalog.consumer(Optional.of(readers)) : rights;
        }
    }

    /** A site with an alert, stores, and a dead letter of every topic; then the monitor is stopped. */
    @BeforeAll
    void play() throws Exception {
        Party administrator = party("administrator", AclCatalog::administrator);
        succeed(administrator.run("topics", "create"));
        Party monitor = new Party(site, directory, cluster.byPassword(site), Map.of("http.port", "0"));
        cluster.grant("User:" + site, Monitor.rights(monitor.config()));
        Party importer = party("first", rights -> rights.importer(Set.of(Feed.ALLEGATIONS)));
        succeed(importer.run("import", Events.file(directory, "first").toString()));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                ClientProperties.producer(monitor.config()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (MonitorTopic topic : SENT_AGAIN) {
                producer.send(new ProducerRecord<>(topic(topic), "k".getBytes(), new byte[] {1}))
                        .get();
            }
        }
        for (Role role : Role.values()) {
            parties.put(role, party(role.name(), role.rights(readers)));
        }
        Party reviewer = parties.get(Role.REVIEWER);
        Party replayer = parties.get(Role.REPLAYER);
        try (Monitor running = new Monitor(
                monitor.config(), RuleFiles.load(monitor.config().rules()).rules())) {
            running.start();
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> reviewer.run("alerts", "list").out().contains("every-allegation"));
            Awaitility.await().atMost(LIMIT).until(() -> replayer.run("dead-letters", "list")
                    .out()
                    .contains(SENT_AGAIN.size() + " dead letters"));
        }
        // A log without a line could be read by whoever may see that it is there.
        succeed(parties.get(Role.AUDITOR).run("audit", "list"));
        alert = reviewer.run("alerts", "list", "--json")
                .out()
                .replaceAll("(?s).*?\"alertId\" ?: ?\"([^\"]+)\".*", "$1");
    }

    Stream<Arguments> rights() {
        return Stream.of(Role.values())
                .flatMap(role -> role.rights(readers).apply(parties.get(role).rights()).stream()
                        .map(right -> arguments(role, right, role + ": " + right.describe())));
    }

    @Order(1)
    @ParameterizedTest(name = "{2}")
    @MethodSource("rights")
    void shouldFailClearlyWithOneRightLess(Role role, Right missing, String name) {
        cluster.revoke(principal(role.name()), missing);
        try {
            Party.Ran refused = work(role)
                    .filter(ran -> ran.exit() != 0)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("everything works without " + name));

            assertThat(refused.err()).contains("not allow");
        } finally {
            cluster.grant(principal(role.name()), List.of(missing));
        }
    }

    @Order(2)
    @ParameterizedTest
    @EnumSource
    void shouldWorkWithAllOfThem(Role role) {
        assertThat(work(role)).isNotEmpty().allSatisfy(OneRightLessTest::succeed);
    }

    /** One thing after the other, as far as anybody asks. */
    private Stream<Party.Ran> work(Role role) {
        Party party = parties.get(role);
        return switch (role) {
            case PUBLISHER -> Stream.of(publish(party));
            case IMPORTER -> commands(party, "import " + event());
            case REVIEWER ->
                commands(
                                party,
                                "alerts list",
                                "alerts show " + alert,
                                "alerts act " + alert + " comment --comment SEEN --by R1 --wait 0")
                        .map(OneRightLessTest::sent);
            case ANALYST ->
                commands(
                        party,
                        "rules list",
                        "rules publish --by A1 " + rule(),
                        "rules backtest --against topics --rules " + rule());
            case CONSUMER -> Stream.of(follow(party));
            case REPLAYER -> commands(party, "dead-letters list", "dead-letters replay --all");
            case AUDITOR -> commands(party, "audit list");
            case PRIVACY ->
                commands(
                                party,
                                "privacy reviews --due",
                                "privacy decide --officer 7f3a --case first --decision RETAIN --reason TRIED --by R1 --id "
                                        + UUID.randomUUID(),
                                "privacy export --officer 7f3a --out " + file(),
                                "privacy erase --officer nobody --reason TRIED --wait 0 --yes")
                        .map(OneRightLessTest::published);
            case BACKUP -> commands(party, "backup create " + file());
        };
    }

    private static Stream<Party.Ran> commands(Party party, String... commands) {
        return Arrays.stream(commands).map(line -> line.split(" ")).map(party::run);
    }

    /** No monitor is running that would forget what an erasure tells it to. */
    private static Party.Ran published(Party.Ran ran) {
        return ran.out().contains("1 erasures published") ? new Party.Ran(0, ran.out(), ran.err()) : ran;
    }

    /** No monitor is running that would answer a reviewer. */
    private static Party.Ran sent(Party.Ran ran) {
        return ran.err().contains("not allow") ? ran : new Party.Ran(0, ran.out(), ran.err());
    }

    private Party.Ran publish(Party party) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                ClientProperties.producer(party.config()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic(MonitorTopic.VETTING), new byte[] {1}))
                    .get();
            return new Party.Ran(0, "", "");
        } catch (ExecutionException e) {
            return refusal(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As a dashboard does: both topics, in a group of its own. */
    private Party.Ran follow(Party party) {
        Map<String, Object> properties = new HashMap<>(ClientProperties.consumer(party.config()));
        properties.put("group.id", readers);
        properties.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic(MonitorTopic.ALERTS), topic(MonitorTopic.STANDING_ALERTS)));
            Set<String> read = new HashSet<>();
            Awaitility.await().ignoreNoExceptions().atMost(LIMIT).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.topic()));
                return read.size() == 2;
            });
            return new Party.Ran(0, "", "");
        } catch (AuthorizationException e) {
            return refusal(e);
        }
    }

    private static Party.Ran refusal(Throwable cause) {
        assertThat(cause).isInstanceOf(AuthorizationException.class);
        return new Party.Ran(1, "", "not allowed");
    }

    private String event() {
        try {
            return Events.file(directory, UUID.randomUUID().toString()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String file() {
        return directory.resolve(UUID.randomUUID().toString()).toString();
    }

    private String rule() {
        try {
            return Files.writeString(directory.resolve("rule.yaml"), """
                    id: two-in-a-year
                    title: Two allegations in a year, %s
                    kind: threshold
                    count: allegations
                    window: P365D
                    levels:
                      - { level: AMBER, at: 2 }
                    """.formatted(UUID.randomUUID()))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Party party(String name, Function<AclCatalog, List<Right>> rights) throws IOException {
        Path keys = directory.resolve("keys");
        if (!Files.exists(keys)) {
            KeyFile.create(keys);
        }
        Party party = new Party(
                site,
                directory,
                cluster.byPassword(site + "-" + name),
                Map.of(
                        "privacy.key.file", keys.toString(),
                        "privacy.vault", directory.resolve("vault").toString()));
        cluster.grant(principal(name), rights.apply(party.rights()));
        return party;
    }

    private String principal(String name) {
        return "User:" + site + "-" + name;
    }

    private String topic(MonitorTopic topic) {
        return site + "." + topic.suffix();
    }

    private static void succeed(Party.Ran ran) {
        assertThat(ran.exit()).as("%s%s", ran.err(), ran.out()).isZero();
    }
}
