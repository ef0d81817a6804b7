package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.DefaultPack;

/** Takes pictures of every page with the synthetic story: {@code -Dtest=DashboardPicturesTest -Dscreenshots=DIR}. */
@ExtendWith(SharedPlatform.class)
class DashboardPicturesTest {
    private static final String DIRECTORY = "screenshots";

    @TempDir
    private Path directory;

    @Test
    @EnabledIfSystemProperty(named = DIRECTORY, matches = ".+", disabledReason = "pictures are taken when asked for")
    void shouldTakePicturesOfEveryPage(EmbeddedPlatform platform) throws IOException {
        Path pictures = Files.createDirectories(Path.of(System.getProperty(DIRECTORY)));
        Site site = Site.create(platform, directory, Map.of("http.port", "0"));
        try (ServedMonitor monitor = ServedMonitor.start(site.config(), DefaultPack.load());
                Browser browser = Browser.start()) {
            site.publish(Stories.golden());
            RunningMonitor.awaitProcessed(site, Duration.ofMinutes(4));
            JsonNode alert = first(monitor, "/api/v1/alerts?rule=repeat-same-category&level=RED&limit=1");
            JsonNode channel = first(monitor, "/api/v1/alerts?rule=hotline-surge&limit=1");
            Map<String, Screenshots.View> pages = new LinkedHashMap<>();
            pages.put(
                    "alert",
                    Screenshots.View.of("#/alerts/" + alert.get("alertId").asText()));
            pages.put(
                    "channel",
                    Screenshots.View.of("#/alerts/" + channel.get("alertId").asText()));
            pages.put(
                    "snooze",
                    Screenshots.View.of("#/alerts/" + alert.get("alertId").asText(), "z"));
            pages.put("several", Screenshots.View.of("#/alerts?level=RED", "j", "x", "j", "x", "c"));
            pages.put("officers", Screenshots.View.of("#/officers"));
            pages.put(
                    "officer",
                    Screenshots.View.of("#/officers/" + alert.get("officerId").asText()));
            pages.put("rules", Screenshots.View.of("#/rules"));
            pages.put("rule", Screenshots.View.of("#/rules/repeat-burst"));
            pages.put("check", Screenshots.View.of("#/check"));
            pages.put("statistics", Screenshots.View.of("#/statistics"));
            pages.put("statistic", Screenshots.View.of("#/statistics/allegations"));
            pages.put("system", Screenshots.View.of("#/system"));
            // Last: what is still told meanwhile would be new.
            pages.put("alerts", Screenshots.View.of("#/alerts?tenant=seed-002"));
            Screenshots.take(browser, pictures, monitor.service().url().orElseThrow(), pages);

            assertThat(pictures).isDirectoryContaining("glob:**/alerts-phone.png");
        }
    }

    /** The index of alerts follows a moment behind. */
    private static JsonNode first(ServedMonitor monitor, String target) {
        return monitor.await(target, answer -> answer.get("total").asInt() > 0)
                .get("items")
                .get(0);
    }
}
