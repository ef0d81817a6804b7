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
            JsonNode alert = monitor.get("/api/v1/alerts?rule=repeat-same-category&level=RED&limit=1")
                    .get("items")
                    .get(0);
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("alerts", "#/alerts?level=RED");
            pages.put("alert", "#/alerts/" + alert.get("alertId").asText());
            pages.put("officer", "#/officers/" + alert.get("officerId").asText());
            pages.put("rules", "#/rules");
            pages.put("rule", "#/rules/repeat-burst");
            pages.put("check", "#/check");
            pages.put("statistics", "#/statistics");
            pages.put("statistic", "#/statistics/allegations");
            pages.put("system", "#/system");
            Screenshots.take(browser, pictures, monitor.service().url().orElseThrow(), pages);

            assertThat(pictures).isDirectoryContaining("glob:**/system-phone.png");
        }
    }
}
