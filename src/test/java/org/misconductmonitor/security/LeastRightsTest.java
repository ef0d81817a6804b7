package org.misconductmonitor.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.MonitorService;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.Right;

/** Everybody works with exactly the rights of the catalogue, on a broker that allows nothing else. */
@ExtendWith(SharedCluster.class)
class LeastRightsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<Feed> ALLEGATIONS = Set.of(Feed.ALLEGATIONS);

    private final String site = "least-" + UUID.randomUUID();
    private final SecuredCluster cluster;

    @TempDir
    private Path directory;

    LeastRightsTest(SecuredCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void shouldWorkByPassword() {
        Party monitor = monitor("User:" + site, cluster.byPassword(site), Map.of("http.port", "0"));

        playTwice(monitor);
    }

    @Test
    void shouldWorkByPasswordInAStreamsGroup() {
        Party monitor = monitor("User:" + site, cluster.byPassword(site), Map.of("group.protocol", "streams"));

        playTwice(monitor);
    }

    @Test
    void shouldWorkByCertificate() {
        Party monitor = monitor("User:CN=monitor-by-certificate", cluster.byCertificate(), Map.of());

        playTwice(monitor);
    }

    @Test
    void shouldWorkByToken() {
        Party monitor = monitor("User:" + site, cluster.byToken(site), Map.of());

        playTwice(monitor);
    }

    @Test
    void shouldLetEveryRoleDoItsWork() throws IOException {
        Party monitor = monitor("User:" + site, cluster.byPassword(site), Map.of());
        Party administrator = administrator();
        succeed(administrator.run("topics", "check"), "all as they must be");
        try (MonitorService running = MonitorService.start(monitor.config(), rules(monitor))) {
            publish("first");
            awaitAlerts(1, running);
            Party reviewer = party("reviewer", party -> party.rights().reviewer());
            String alert = alertId(reviewer);
            succeed(reviewer.run("alerts", "act", alert, "acknowledge", "--by", "R1"), "ACKNOWLEDGED");
            succeed(reviewer.run("alerts", "show", alert), "ACKNOWLEDGED");

            Party analyst = party("analyst", party -> party.rights().analyst());
            succeed(analyst.run("rules", "publish", rule().toString(), "--by", "A1"), "1 rule published");
            succeed(analyst.run("rules", "list"), "two-in-a-year");
            succeed(analyst.run("rules", "backtest", "--against", "topics", "--rules", rule().toString()), "1 event");

            Party replayer = party("replayer", party -> party.rights().replayer());
            succeed(replayer.run("dead-letters", "list"), "");
            succeed(replayer.run("dead-letters", "replay", "--all"), "0 replayed");
        }
        succeed(administrator.run("state", "reset", "--yes", "--delete-output"), "Done");
    }

    private void playTwice(Party monitor) {
        administrator();
        publish("first");
        try (MonitorService running = MonitorService.start(monitor.config(), rules(monitor))) {
            awaitAlerts(1, running);
            running.url().ifPresent(url -> {
                assertAnswers(url);
                publishRubbish();
                assertReplays(url);
            });
        }
        publish("second");
        try (MonitorService again = MonitorService.start(monitor.config(), rules(monitor))) {
            awaitAlerts(2, again);
        }
    }

    private Party monitor(String principal, Map<String, String> login, Map<String, String> more) {
        Party party = new Party(site, directory, login, more);
        cluster.grant(principal, Monitor.rights(party.config()));
        return party;
    }

    private Party administrator() {
        Party administrator = party("administrator", party -> party.rights().administrator());
        succeed(administrator.run("topics", "create"), "all as they must be");
        return administrator;
    }

    private Party party(String role, Function<Party, List<Right>> rights) {
        String user = site + "-" + role;
        Party party = new Party(site, directory, cluster.byPassword(user), Map.of());
        cluster.grant("User:" + user, rights.apply(party));
        return party;
    }

    /** Whoever may publish allegations and nothing else. */
    private void publish(String id) {
        Party importer = party("importer-" + id, party -> party.rights().importer(ALLEGATIONS));
        try {
            succeed(importer.run("import", Events.file(directory, id).toString()), "1 ");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Through a consumer group, as a dashboard would. */
    private void awaitAlerts(int count, MonitorService running) {
        String group = site + "-readers";
        String user = site + "-consumer";
        Party party = new Party(site, directory, cluster.byPassword(user), Map.of());
        cluster.grant("User:" + user, party.rights().consumer(Optional.of(group)));
        Map<String, Object> properties = new HashMap<>(ClientProperties.consumer(party.config()));
        properties.put("group.id", group);
        List<Object> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(party.config().topics().catalog().name(MonitorTopic.ALERTS)));
            Awaitility.await().atMost(LIMIT).until(() -> {
                assertThat(running.monitor().hasFailed()).isFalse();
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
                return found.size() >= count;
            });
        }
    }

    private static void assertAnswers(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "api/v1/alerts")).build();
        HttpClient client = HttpClient.newHttpClient();
        Awaitility.await().atMost(LIMIT).until(() -> client.send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .contains("every-allegation"));
    }

    private void publishRubbish() {
        Party publisher = party("rubbish", party -> party.rights().publisher(ALLEGATIONS));
        String topic = publisher.config().topics().catalog().name(MonitorTopic.ALLEGATIONS);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                ClientProperties.producer(publisher.config()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {1}));
        }
    }

    private static void assertReplays(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "api/v1/system/dead-letters/replay"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"all\":true}"))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        Awaitility.await().atMost(LIMIT).until(() -> client.send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .matches("(?s).*\"replayed\" ?: ?1\\b.*"));
    }

    private static String alertId(Party reviewer) {
        Party.Ran listed = reviewer.run("alerts", "list", "--json");
        succeed(listed, "alertId");
        return listed.out().replaceAll("(?s).*?\"alertId\" ?: ?\"([^\"]+)\".*", "$1");
    }

    private Path rule() throws IOException {
        return Files.writeString(directory.resolve("rule.yaml"), """
                id: two-in-a-year
                title: Two allegations in a year
                kind: threshold
                count: allegations
                window: P365D
                levels:
                  - { level: AMBER, at: 2 }
                """);
    }

    private static LoadedRules rules(Party party) {
        return RuleFiles.load(party.config().rules());
    }

    private static void succeed(Party.Ran ran, String saying) {
        assertThat(ran.exit()).as("%s%s", ran.err(), ran.out()).isZero();
        assertThat(ran.out()).contains(saying);
    }
}
