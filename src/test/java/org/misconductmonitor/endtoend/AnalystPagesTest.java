package org.misconductmonitor.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

/** What analysts and operators do in the dashboard, in a real browser. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(400)
class AnalystPagesTest {
    private ServedMonitor monitor;
    private ServedDashboard dashboard;
    private Page page;

    @BeforeAll
    void start(EmbeddedPlatform platform, @TempDir Path directory) {
        ServedDashboard.assumeBrowser();
        Site site = Site.create(platform, directory, Map.of("http.port", "0"));
        dashboard = ServedDashboard.start(site.config(), AnalystStory.RULES);
        monitor = dashboard.monitor();
        site.publish(AnalystStory.events());
        RunningMonitor.awaitProcessed(site, Duration.ofSeconds(90));
        monitor.await(
                "/api/v1/alerts?shadow=true", answer -> answer.get("total").asInt() == 2);
        // The facts are read when they are first asked for.
        monitor.get("/api/v1/statistics/officer-allegations");
    }

    @AfterAll
    void stop() {
        if (dashboard != null) {
            dashboard.close();
        }
    }

    @BeforeEach
    void open() {
        dashboard.forgetFaults();
        page = dashboard.page(ColorScheme.LIGHT, 1280, 900);
    }

    @AfterEach
    void close() {
        page.context().close();
        dashboard.assertNoFault();
    }

    @Test
    void shouldTryAChangedCopyOfARuleOnTheHistory() {
        go("#/rules/repeat");
        assertThat(panel("What it has raised")).containsText("1 alert, 1 of which stand");
        page.getByText("Edit a copy").click();
        Locator text = page.getByLabel("Rules as YAML");
        assertThat(text).hasValue(Pattern.compile("at: 3"));

        text.fill(text.inputValue().replace("window", "windw"));
        page.getByText("Check", exactly()).click();
        assertThat(panel("Result").locator(".excerpt").first()).containsText("windw: P10Y");
        assertThat(page.locator(".gutter .wrong")).hasText("5");
        assertThat(text).hasAttribute("aria-invalid", "true");
        accessible();

        text.fill(text.inputValue().replace("windw", "window").replace("at: 3", "at: 2"));
        page.getByText("Back-test", exactly()).last().click();
        Locator found = panel("Back-test");
        assertThat(found).containsText("2 alerts; the rules in force raise 1");
        assertThat(found.locator("canvas")).isVisible();
        assertThat(found.locator("tbody tr")).hasText(Pattern.compile("^repeatAMBER21210002[\\d.]+–$"));
        found.locator("[name=by]").selectOption("month");
        assertThat(found.locator("canvas")).isVisible();
        accessible();
    }

    @Test
    void shouldSayWhatIsWrongWithABacktest() {
        go("#/check?rule=repeat");
        Locator text = page.getByLabel("Rules as YAML");
        text.fill(text.inputValue().replace("P10Y", "soon"));
        page.getByText("Back-test", exactly()).last().click();
        assertThat(panel("Back-test")).containsText("line 5, column");
        dashboard.forget(400);
    }

    @Test
    void shouldShowWhatRulesOnTrialHaveRecorded() {
        go("#/rules");
        Locator trial = panel("On trial").locator("tbody tr");
        assertThat(trial).hasCount(1);
        assertThat(trial).containsText("2 alerts");
        accessible();
        trial.getByText("2 alerts").click();
        assertThat(page).hasURL(Pattern.compile("rule=on-trial&shadow=true"));
        assertThat(page.locator(".alert")).hasCount(2);
    }

    @Test
    void shouldFilterAndSaveStatistics() {
        go("#/statistics/officer-allegations");
        Locator total = panel("Numbers").locator("tfoot td").last();
        assertThat(total).hasText("6");
        Locator filter = page.getByLabel("Add a filter");
        filter.locator("[name=name]").selectOption("force");
        filter.locator("[name=value]").fill("North");
        filter.getByText("Add the filter").click();
        assertThat(total).hasText("4");
        page.locator("[name=from]").fill("2020-02-01");
        page.locator("[name=from]").dispatchEvent("change");
        assertThat(total).hasText("2");
        page.locator("[name=suppress]").check();
        assertThat(total).hasText("*");
        assertThat(saved("Save as CSV")).startsWith("outcome,").contains("*");
        assertThat(saved("Save as JSON")).contains("\"force\":[\"North\"]");
        accessible();

        page.locator("[name=suppress]").uncheck();
        page.getByLabel("Remove force:North").click();
        assertThat(total).hasText("4");
        page.locator("#as-of").fill("-180");
        assertThat(page.getByText("Nothing was counted.")).isVisible();
    }

    @Test
    void shouldSendDeadLettersAgain() {
        go("#/system");
        Locator letters = panel("Dead letters");
        assertThat(letters.locator("tbody tr")).hasCount(2);
        accessible();
        Locator some = letters.getByText(Pattern.compile("^Send \\d chosen again$"));
        assertThat(some).isDisabled();
        letters.locator("tbody input").first().check();
        some.click();
        Locator question = page.getByRole(AriaRole.DIALOG);
        assertThat(question).containsText("Send 1 dead letter again?");
        accessible();
        question.getByText("Leave it").click();
        assertThat(letters.locator("tbody tr")).hasCount(2);

        some.click();
        question.getByText("Send again").click();
        assertThat(letters.locator("[role=status]")).containsText("1 dead letter was sent again.");
        letters.locator("[name=replayed]").selectOption("true");
        assertThat(letters.locator("tbody")).containsText("Sent again");
        assertThat(letters.locator("tbody input")).hasCount(0);
    }

    @Test
    void shouldCompareAnOfficerWithPeers() {
        go("#/officers/anna");
        Locator row = panel("Compared with peers").locator("tbody tr");
        assertThat(row).containsText("3 allegations within 10 years");
        assertThat(row).containsText("3 with force North");
        assertThat(row).containsText("66.7 %");
        assertThat(row).containsText("RED from 2");
        accessible();
    }

    private void accessible() {
        assertThat(Axe.violations(page)).isEmpty();
    }

    private String saved(String link) {
        Download download = page.waitForDownload(() -> page.getByText(link).click());
        assertThat(download.failure()).isNull();
        try (InputStream in = download.createReadStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private void go(String address) {
        dashboard.go(page, address);
    }

    private Locator panel(String title) {
        return ServedDashboard.panel(page, title);
    }
}
