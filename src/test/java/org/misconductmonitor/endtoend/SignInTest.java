package org.misconductmonitor.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.web.Tokens;

/** The dashboard of a monitor that wants to know who asks. */
@ExtendWith(SharedPlatform.class)
@Timeout(240)
class SignInTest {
    @TempDir
    private Path directory;

    @Test
    void shouldAskForATokenAndShowWhatItAllows(EmbeddedPlatform platform) throws IOException {
        assumeThat(Browser.missing()).isNull();
        setDefaultAssertionTimeout(Browser.LIMIT_MS);
        Tokens tokens = new Tokens(directory.resolve("tokens"));
        Reach north = new Reach(Limit.to(List.of("north")), Limit.ALL, Limit.NONE);
        String reviewer = tokens.add("r17", Set.of(Role.REVIEWER), north);
        String viewer = tokens.add("v1", Set.of(Role.VIEWER), north);
        Site site = Site.create(
                platform,
                directory,
                Map.of("http.port", "0", "http.auth.token.file", tokens.file().toString()));
        try (ServedMonitor monitor = ServedMonitor.start(
                        site.config(), RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml"))));
                Browser browser = Browser.start()) {
            String url = monitor.service().url().orElseThrow();
            site.publish(List.of(recorded("anna", "north"), recorded("sam", "south")));
            Page page = browser.page(ColorScheme.LIGHT, 1280, 900);
            List<String> faults = new ArrayList<>();
            page.onPageError(faults::add);

            page.navigate(url);
            page.getByLabel("Token").fill("mmt_wrong");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on"))
                    .click();
            assertThat(page.getByText("The token is not good")).isVisible();
            assertThat(Axe.violations(page)).isEmpty();
            page.getByLabel("Token").fill(reviewer);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on"))
                    .click();

            assertThat(page.getByText("Sign out r17")).isVisible();
            assertThat(page.locator(".live[data-state=live]")).isVisible();
            assertThat(page.locator(".alerts .alert")).hasCount(1);
            site.publish(List.of(recorded("nora", "north"), recorded("sue", "south")));
            assertThat(page.locator(".alerts .alert")).hasCount(2);
            assertThat(page.locator("nav [data-page=system]")).isHidden();
            assertThat(page.url()).doesNotContain("mmt_");
            page.reload();
            assertThat(page.locator(".alerts .alert")).hasCount(2);

            page.navigate(url + "#/statistics/cases");
            assertThat(page.getByText("Save as CSV")).isVisible();
            Download saved =
                    page.waitForDownload(() -> page.getByText("Save as CSV").click());
            try (InputStream in = saved.createReadStream()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("total");
            }

            page.getByText("Sign out r17").click();
            page.getByLabel("Token").fill(viewer);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on"))
                    .click();
            assertThat(page.getByText("Sign out v1")).isVisible();
            assertThat(page.locator("nav [data-page=alerts]")).isHidden();
            page.navigate(url + "#/rules/every-allegation");
            assertThat(page.getByText("As it is written")).isVisible();
            assertThat(faults).isEmpty();
        }
    }

    private static Event recorded(String officer, String tenant) {
        return EventJson.read("""
                {"eventType":"RECORDED","eventId":"e-%1$s","officerId":"%1$s","tenantId":"%2$s","caseId":"c-%1$s","allegationId":"a","group":"SEXUAL","recordedAt":"2020-01-01T00:00:00Z"}""".formatted(officer, tenant));
    }
}
