package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
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

    @Test
    void shouldNotBeReadyWithoutATopic(EmbeddedPlatform platform) throws Exception {
        Site site = Site.create(platform, directory, Map.of("http.port", "0"));
        try (ServedMonitor served = ServedMonitor.start(
                        site.config(), RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml"))));
                Admin admin = Admin.create(ClientProperties.admin(site.config()))) {
            admin.deleteTopics(List.of(site.topic(MonitorTopic.STATISTICS)))
                    .all()
                    .get();

            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                HttpResponse<String> answer = served.send("/api/v1/system/health/ready");
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).contains("there is no topic " + site.topic(MonitorTopic.STATISTICS));
            });
        }
    }
}
