package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.security.Certificates;

/** Any instance answers for any officer. */
@ExtendWith(SharedPlatform.class)
@Timeout(240)
class ApiForwardingTest {
    private static final int OFFICERS = 20;
    private static final LoadedRules RULES = RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml")));

    @TempDir
    private Path directory;

    @Test
    void shouldAnswerForOfficersOfAnotherInstance(EmbeddedPlatform platform) {
        answerForEachOther(platform, Map.of(), HttpClient.newHttpClient());
    }

    /** With certificates that nobody believes who is not told to. */
    @Test
    void shouldDoSoOverTls(EmbeddedPlatform platform) {
        Certificates certificates = Certificates.make(directory, List.of("monitor"));
        answerForEachOther(
                platform,
                Map.of(
                        "http.tls.certificate.file",
                        certificates.certificate("monitor").toString(),
                        "http.tls.key.file",
                        certificates.key("monitor").toString(),
                        "http.tls.trust.file",
                        certificates.certificate("monitor").toString()),
                HttpClient.newBuilder().sslContext(certificates.client()).build());
    }

    private void answerForEachOther(EmbeddedPlatform platform, Map<String, String> more, HttpClient client) {
        Map<String, String> settings = new HashMap<>(more);
        settings.putAll(Map.of("http.port", "0", "num.stream.threads", "1"));
        Site site = Site.create(platform, directory, settings);
        ServedMonitor first = ServedMonitor.start(site.config(), RULES, client);
        try (ServedMonitor second = ServedMonitor.start(
                site.configWith(
                        Map.of("state.dir", directory.resolve("elsewhere").toString())),
                RULES,
                client)) {
            site.publish(IntStream.range(0, OFFICERS)
                    .mapToObj(ApiForwardingTest::recorded)
                    .toList());
            RunningMonitor.awaitProcessed(site, Duration.ofSeconds(90));
            first.await(
                    "/api/v1/system/lag",
                    answer -> answer.findValuesAsText("instance").stream()
                                    .distinct()
                                    .count()
                            == 2);

            long here = 0;
            for (int i = 0; i < OFFICERS; i++) {
                String target = "/api/v1/officers/officer%2F" + i + "/timeline?limit=1";
                assertThat(first.get(target)).isEqualTo(second.get(target));
                assertThat(first.get(target).get("total").asInt()).isEqualTo(1);
                HttpResponse<String> handedOn = first.send(target, "Monitor-Forwarded", "1");
                assertThat(handedOn.statusCode()).isIn(200, 503);
                here += handedOn.statusCode() == 200 ? 1 : 0;
            }
            assertThat(here).isBetween(1L, OFFICERS - 1L);
            assertThat(first.get("/api/v1/system/accounts")).isEqualTo(second.get("/api/v1/system/accounts"));
            assertThat(first.get("/api/v1/system/accounts")
                            .findValue("accepted")
                            .asInt())
                    .isEqualTo(OFFICERS);

            first.close();
            for (int i = 0; i < OFFICERS; i++) {
                assertThat(second.get("/api/v1/officers/officer%2F" + i)
                                .get("facts")
                                .asInt())
                        .isEqualTo(1);
            }
        } finally {
            first.close();
        }
    }

    private static Event recorded(int number) {
        return EventJson.read("""
                {"eventType":"RECORDED","eventId":"e%1$d","officerId":"officer/%1$d","caseId":"c","allegationId":"l","group":"SEXUAL","recordedAt":"2020-01-01T00:00:00Z"}""".formatted(number));
    }
}
