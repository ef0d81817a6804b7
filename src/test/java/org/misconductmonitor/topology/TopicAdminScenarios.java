package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The topics of a real cluster, whichever it is; every test has names of its own there. */
abstract class TopicAdminScenarios {
    private final String application = "app-" + UUID.randomUUID();
    private final TopicCatalog catalog =
            new TopicCatalog(new TopicSettings(application + ".", 3, TopicSettings.BROKER_DEFAULT));
    private Admin admin;
    private TopicAdmin topics;

    abstract String bootstrapServers();

    @BeforeEach
    void connect() {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
        topics = new TopicAdmin(admin, bootstrapServers(), false, catalog);
    }

    @AfterEach
    void disconnect() {
        admin.close(Duration.ofSeconds(1));
    }

    @Test
    void shouldCreateWhatIsMissingAndOnlyThat() {
        List<TopicFinding> before = topics.check(application);
        List<String> first = topics.create();
        List<String> second = topics.create();

        assertThat(before).hasSize(catalog.all().size()).allMatch(finding -> finding.actual()
                .equals("missing"));
        assertThat(first).hasSize(catalog.all().size());
        assertThat(second).isEmpty();
        awaitNoFindings();
        topics.require(application);
    }

    @Test
    void shouldRefuseToStartOnSevenDaysOfRetentionUntilItIsMended() throws Exception {
        topics.create();
        String alerts = catalog.name(MonitorTopic.ALERTS);
        set(alerts, "retention.ms", "604800000");

        Awaitility.await().untilAsserted(() -> assertThatThrownBy(() -> topics.require(application))
                .isInstanceOf(TopicCheckException.class)
                .hasMessageContaining(alerts + ": retention.ms is 604800000 but must be -1")
                .hasMessageContaining("kafka-configs.sh --bootstrap-server " + bootstrapServers()
                        + " --alter --entity-type topics --entity-name " + alerts
                        + " --add-config retention.ms=-1"));

        topics.check(application).forEach(this::obey);
        awaitNoFindings();
    }

    @Test
    void shouldFindAnInternalTopicThatForgets() throws Exception {
        topics.create();
        String changelog = application + "-events-changelog";
        create(changelog, Map.of("cleanup.policy", "compact,delete", "retention.ms", "86400000"));

        Awaitility.await().untilAsserted(() -> assertThat(topics.check(application))
                .singleElement()
                .satisfies(finding -> assertThat(finding.topic()).isEqualTo(changelog)));

        topics.check(application).forEach(this::obey);
        awaitNoFindings();
    }

    @Test
    void shouldTellAnEmptyTopicFromOneWithRecords() throws Exception {
        create(catalog.name(MonitorTopic.VETTING), Map.of());
        create(catalog.name(MonitorTopic.REPORTS), Map.of());
        publish(catalog.name(MonitorTopic.REPORTS));
        topics.create();

        Awaitility.await().untilAsserted(() -> {
            assertThat(partitionFinding(MonitorTopic.VETTING).mend()).contains("--alter", "--partitions 3");
            assertThat(partitionFinding(MonitorTopic.REPORTS).mend()).contains("it holds records");
        });
    }

    @Test
    void shouldSayWhyATopicCannotBeCreated() {
        TopicCatalog three = new TopicCatalog(new TopicSettings(application + ".", 3, (short) 3));

        assertThatThrownBy(() -> new TopicAdmin(admin, bootstrapServers(), false, three).create())
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("cannot create " + three.name(MonitorTopic.ALLEGATIONS))
                .hasMessageContaining("replication factor");
    }

    private TopicFinding partitionFinding(MonitorTopic topic) {
        return topics.check(application).stream()
                .filter(finding -> finding.topic().equals(catalog.name(topic)))
                .filter(finding -> finding.setting().equals("partitions"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding"));
    }

    private void awaitNoFindings() {
        Awaitility.await()
                .untilAsserted(() -> assertThat(topics.check(application)).isEmpty());
    }

    /** Does what the command says, through the API that the tool itself uses. */
    private void obey(TopicFinding finding) {
        List<String> words = Arrays.asList(finding.mend().split(" "));
        String[] setting = words.get(words.indexOf("--add-config") + 1).split("=");
        try {
            set(words.get(words.indexOf("--entity-name") + 1), setting[0], setting[1]);
        } catch (Exception e) {
            throw new AssertionError(finding.mend(), e);
        }
    }

    private void set(String topic, String name, String value) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp operation = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(operation)))
                .all()
                .get();
    }

    private void create(String topic, Map<String, String> config) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty()).configs(config)))
                .all()
                .get();
    }

    private void publish(String topic) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "k", "v")).get();
        }
    }
}
