package org.misconductmonitor.security;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.topology.AclCatalog;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.Right;
import org.misconductmonitor.topology.RightsCheck;

/** Nobody may do what belongs to another role. */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {
    private static final List<AclOperation> OPERATIONS =
            List.of(READ, WRITE, CREATE, DELETE, ALTER, DESCRIBE_CONFIGS, ALTER_CONFIGS);

    private final String site = "roles-" + UUID.randomUUID();
    private final SecuredCluster cluster;
    private final Path directory;

    RolesTest(SecuredCluster cluster, @TempDir Path directory) {
        this.cluster = cluster;
        this.directory = directory;
    }

    @BeforeAll
    void createTopics() {
        assertThat(party("first", AclCatalog::administrator)
                        .run("topics", "create")
                        .exit())
                .isZero();
    }

    static Stream<Arguments> roles() {
        return Stream.of(
                role("publisher", rights -> rights.publisher(Set.of(Feed.VETTING))),
                role("importer", rights -> rights.importer(Set.of(Feed.REPORTS))),
                role("reviewer", AclCatalog::reviewer),
                role("analyst", AclCatalog::analyst),
                role("consumer", rights -> rights.consumer(Optional.of("readers"))),
                role("statistician", rights -> rights.statistician(Optional.of("counters"))),
                role("replayer", AclCatalog::replayer),
                role("auditor", AclCatalog::auditor),
                role("privacy", AclCatalog::privacy),
                role("backup", AclCatalog::backup),
                role("administrator", AclCatalog::administrator),
                role("stranger", rights -> List.of()));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void shouldBeAllowedWhatTheCatalogueSaysAndNothingElse(String name, Function<AclCatalog, List<Right>> role) {
        Party party = party(name, role);
        List<Right> everything = everything(party);
        Set<Right> expected = everything.stream()
                .filter(right -> isAmong(role.apply(party.rights()), right))
                .collect(Collectors.toSet());

        try (Admin admin = Admin.create(ClientProperties.admin(party.config()))) {
            Set<Right> allowed = new HashSet<>(everything);
            new RightsCheck(admin, party.config().bootstrapServers())
                    .missing(everything)
                    .forEach(allowed::remove);

            assertThat(allowed).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void shouldRefuseThePublisherOfOneTopicAllOthers() throws Exception {
        Party publisher = party("psd", rights -> rights.publisher(Set.of(Feed.ALLEGATIONS)));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                ClientProperties.producer(publisher.config()), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] text = {1};
            producer.send(new ProducerRecord<>(topic(MonitorTopic.ALLEGATIONS), text))
                    .get();

            for (MonitorTopic other : List.of(MonitorTopic.VETTING, MonitorTopic.ALERTS, MonitorTopic.RULES)) {
                assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic(other), text))
                                .get())
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(TopicAuthorizationException.class);
            }
        }
        assertRefusedToRead(publisher, MonitorTopic.ALLEGATIONS);
    }

    @Test
    void shouldRefuseReadersOfAlertsTheInputs() {
        Party consumer = party("dashboard", rights -> rights.consumer(Optional.empty()));

        assertRefusedToRead(consumer, MonitorTopic.ALLEGATIONS);
        assertRefusedToRead(consumer, MonitorTopic.DEAD_LETTERS);
    }

    @Test
    void shouldTellAMissingTopicFromOneThatMayNotBeSeen() throws IOException {
        String elsewhere = "nowhere-" + UUID.randomUUID();
        Party importer = new Party(elsewhere, directory, cluster.byPassword(elsewhere), Map.of());
        String events = Events.file(directory, "event").toString();

        Party.Ran unseen = importer.run("import", events);
        cluster.grant("User:" + elsewhere, importer.rights().importer(EnumSet.of(Feed.ALLEGATIONS)));
        Party.Ran missing = importer.run("import", events);

        assertThat(unseen.err()).contains("not allowed", "`topics acls`").doesNotContain("topics create");
        assertThat(missing.err())
                .contains("there is no topic " + elsewhere + ".allegations", "`topics create`")
                .doesNotContain(".vetting");
    }

    @Test
    void shouldTellAStrangerWhatToAskFor() {
        Party stranger = party("nobody", rights -> List.of());

        assertThat(stranger.run("alerts", "list").err())
                .contains("not allowed on topic " + topic(MonitorTopic.STANDING_ALERTS), "`topics acls`");
        assertThat(stranger.run("rules", "retire", "any-rule").err()).contains("not allowed", "`topics acls`");
        assertThat(stranger.run("run").err())
                .contains(
                        "Read on topic " + topic(MonitorTopic.RULES),
                        "Create on every topic that begins with " + site + "-",
                        "Write on every transactional id that begins with " + site + "-",
                        "Read on group " + site);
    }

    private void assertRefusedToRead(Party party, MonitorTopic topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                ClientProperties.consumer(party.config()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic(topic), 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            consumer.poll(Duration.ofMillis(100));
                        }
                    })
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    /** Kafka takes some operations for granted where others are allowed. */
    private static boolean isAmong(List<Right> granted, Right right) {
        return granted.contains(right)
                || right.operation() == DESCRIBE_CONFIGS && granted.contains(new Right(right.on(), ALTER_CONFIGS));
    }

    private static List<Right> everything(Party party) {
        return party.config().topics().catalog().all().stream()
                .map(spec -> new ResourcePattern(ResourceType.TOPIC, spec.name(), PatternType.LITERAL))
                .flatMap(on -> OPERATIONS.stream().map(operation -> new Right(on, operation)))
                .toList();
    }

    private Party party(String role, Function<AclCatalog, List<Right>> rights) {
        String user = site + "-" + role;
        Party party = new Party(site, directory, cluster.byPassword(user), Map.of());
        cluster.grant("User:" + user, rights.apply(party.rights()));
        return party;
    }

    private String topic(MonitorTopic topic) {
        return site + "." + topic.suffix();
    }

    private static Arguments role(String name, Function<AclCatalog, List<Right>> rights) {
        return arguments(name, rights);
    }
}
