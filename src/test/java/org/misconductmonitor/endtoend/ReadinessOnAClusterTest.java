package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.topology.MonitorTopic;

@ExtendWith(SharedPlatform.class)
class ReadinessOnAClusterTest {
    @TempDir
    private Path directory;

    private final EmbeddedPlatform platform;

    ReadinessOnAClusterTest(EmbeddedPlatform platform) {
        this.platform = platform;
    }

    @AfterEach
    void startAgain() {
        platform.broker().start();
        platform.registry().start();
    }

    @Test
    void shouldNotBeReadyWithoutATopicOrWithAnother() throws Exception {
        Site site = site();
        String topic = site.topic(MonitorTopic.STATISTICS);
        try (ServedMonitor served = start(site);
                Admin admin = Admin.create(ClientProperties.admin(site.config()))) {
            admin.deleteTopics(List.of(topic)).all().get();
            awaitHindrance(served, "there is no topic " + topic);

            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
            awaitHindrance(served, "the topic " + topic + " was deleted and made again");
        }
    }

    @Test
    void shouldNotBeReadyWithMorePartitions() throws Exception {
        Site site = site();
        String topic = site.topic(MonitorTopic.STATISTICS);
        try (ServedMonitor served = start(site);
                Admin admin = Admin.create(ClientProperties.admin(site.config()))) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            awaitHindrance(served, "the topic " + topic + " has 3 partitions instead of 2");
        }
    }

    @Test
    void shouldNotBeReadyWhileTheBrokerIsAway() {
        try (ServedMonitor served = start(site())) {
            platform.broker().close();
            awaitHindrance(served, "the cluster does not answer");

            platform.broker().start();
            awaitReady(served);
        }
    }

    @Test
    void shouldNotBeReadyWhileRecordsWaitForTheRegistry() {
        Site site = site();
        Frames frames = new Frames(site);
        byte[] unknown = frames.ofNewerPublisher(Frames.event("e2", "officer", Map.of()), "severity", "NEW");
        try (ServedMonitor served = start(site)) {
            platform.registry().kill();
            new Sender(site).send("unknown", "officer".getBytes(UTF_8), unknown);
            awaitHindrance(served, "records wait for the schema registry [" + platform.registryUrl());

            platform.registry().start();
            awaitReady(served);
        }
    }

    private Site site() {
        return Site.create(platform, directory, Map.of("http.port", "0"));
    }

    private static ServedMonitor start(Site site) {
        return ServedMonitor.start(site.config(), RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml"))));
    }

    private static void awaitHindrance(ServedMonitor served, String reason) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            HttpResponse<String> answer = served.send("/api/v1/system/health/ready");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains(reason);
        });
    }

    private static void awaitReady(ServedMonitor served) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
            HttpResponse<String> answer = served.send("/api/v1/system/health/ready");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        });
    }
}
