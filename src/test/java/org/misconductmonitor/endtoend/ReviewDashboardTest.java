package org.misconductmonitor.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

/** How a reviewer works through alerts in the dashboard, in a real browser. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ReviewDashboardTest {
    private Site site;
    private ServedMonitor monitor;
    private ServedDashboard dashboard;
    private Page page;

    @BeforeAll
    void start(EmbeddedPlatform platform, @TempDir Path directory) {
        ServedDashboard.assumeBrowser();
        site = Site.create(platform, directory, Map.of("http.port", "0"));
        dashboard = ServedDashboard.start(site.config(), ReviewStory.RULES);
        monitor = dashboard.monitor();
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
        page = watched(ColorScheme.LIGHT, 1280);
    }

    @AfterEach
    void close() {
        page.context().close();
        dashboard.forget(409);
        dashboard.assertNoFault();
    }

    @Test
    void shouldTakeAnAlertFromItsArrivalToItsEndAndRaiseItOnlyForAnotherCase() {
        go(page, "#/alerts?text=whole");
        assertThat(page.locator(".live")).hasText("Live");
        publish(recorded("whole", 1, "whole-C1"), recorded("whole", 2, "whole-C2"));
        assertThat(page.locator(".alert .badge.new")).isVisible();
        page.locator("[name=show]").selectOption("SNOOZED");
        assertThat(page.getByText("No alert is as asked for.")).isVisible();
        page.locator("[name=show]").selectOption("NEW");
        page.locator(".alert .title").click();

        begin("Acknowledge");
        assertThat(Axe.violations(page)).isEmpty();
        submit("Acknowledge");
        assertThat(review()).containsText("Acknowledged");
        begin("Assign");
        dialog().getByText("Me (local)").click();
        submit("Assign");
        assertThat(review()).containsText("local");
        begin("Assign");
        dialog().getByLabel("Who has it from now on").fill("R7");
        submit("Assign");
        assertThat(review()).containsText("R7");
        begin("Comment");
        dialog().getByLabel("Comment").fill("<b>spoke</b> to the sergeant");
        submit("Comment");
        assertThat(panel("History")).containsText("<b>spoke</b> to the sergeant");

        snoozeAfterAConflict();

        begin("Close");
        dialog().getByLabel("Outcome").selectOption("NO_ACTION_NEEDED");
        dialog().getByRole(AriaRole.BUTTON, named("Close")).click();
        assertThat(dialog()).isVisible();
        dialog().getByLabel("Reason").fill("one incident, told twice");
        submit("Close");
        assertThat(review()).containsText("No action needed");
        assertThat(panel("History").locator("li").first()).containsText("one incident, told twice");
        assertThat(panel("History").locator("li").first()).containsText("local");

        go(page, "#/alerts?text=whole");
        assertThat(page.locator(".live")).hasText("Live");
        publish(recorded("whole", 3, "whole-C2"));
        JsonNode closed = monitor.await(
                        "/api/v1/alerts?officer=whole&firedUntil=2020-05-02",
                        list -> list.get("total").asInt() == 1)
                .get("items")
                .get(0);
        assertThat(closed.get("state").asText()).isEqualTo("NO_ACTION_NEEDED");
        assertThat(page.locator(".alert")).hasCount(0);
        publish(recorded("whole", 4, "whole-C4"));
        assertThat(page.locator(".alert .badge.new")).isVisible();
    }

    /** Somebody else begins to review it while the reason is written. */
    private void snoozeAfterAConflict() {
        Page other = watched(ColorScheme.DARK, 1280);
        other.navigate(page.url());
        begin("Snooze");
        dialog().getByLabel("Reason").fill("until the hearing");
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start review"))
                .click();
        other.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named("Start review"))
                .click();
        assertThat(other.getByRole(AriaRole.DIALOG)).hasCount(0);
        other.context().close();

        dialog().getByRole(AriaRole.BUTTON, named("Snooze")).click();
        assertThat(dialog()).containsText("The alert has changed since the revision that was seen");
        assertThat(dialog()).containsText("Start review by local");
        assertThat(Axe.violations(page)).isEmpty();
        dialog().getByText("Load the new revision and look again").click();
        assertThat(dialog()).containsText("it is Under review, with R7. What you wrote is kept.");
        assertThat(dialog().getByLabel("Reason")).hasValue("until the hearing");
        submit("Snooze");
        assertThat(review()).containsText("Snoozed");
        assertThat(review()).containsText("Put off until");
    }

    @Test
    void shouldSayAtOnceThatSomebodyElseHasChangedTheAlert() {
        raise("watched");
        go(page, "#/alerts/" + id("watched"));
        Page other = watched(ColorScheme.DARK, 1280);
        go(other, "#/alerts/" + id("watched"));
        Locator notice = page.getByText("It has changed since you opened it");
        assertThat(notice).hasCount(0);

        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start review"))
                .click();
        other.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named("Start review"))
                .click();

        assertThat(notice).containsText("Under review");
        assertThat(review()).containsText("New");
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(other.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(other.getByLabel("Review", new Page.GetByLabelOptions().setExact(true))
                        .first())
                .containsText("Under review");
        assertThat(other.getByText("It has changed since you opened it")).hasCount(0);
        other.context().close();

        page.getByText("Show it as it is now").click();
        assertThat(review()).containsText("Under review");
        assertThat(notice).hasCount(0);
        begin("Comment");
        dialog().getByLabel("Comment").fill("on what they saw");
        submit("Comment");
        assertThat(panel("History")).containsText("on what they saw");
        assertThat(notice).hasCount(0);
    }

    @Test
    void shouldAcknowledgeSeveralWithTheKeyboardAlone() {
        raise("keys-a", "keys-b", "keys-c");
        go(page, "#/alerts?text=keys-");
        assertThat(page.locator(".alert")).hasCount(3);
        for (String key : List.of("j", "x", "j", "x")) {
            page.keyboard().press(key);
        }
        assertThat(page.getByText("2 alerts chosen")).isVisible();
        page.keyboard().press("k");
        page.keyboard().press("x");
        assertThat(page.getByText("1 alert chosen")).isVisible();
        for (String key : List.of("x", "j", "j", "x")) {
            page.keyboard().press(key);
        }
        // What comes meanwhile changes the rows and not the choice.
        publish(recorded("keys-a", 3, "keys-a-C3"));
        assertThat(page.locator(".alert .badge.new")).hasCount(1);
        assertThat(page.getByText("3 alerts chosen")).isVisible();

        page.keyboard().press("a");
        assertThat(dialog()).containsText("Officer keys-b");
        assertThat(Axe.violations(page)).isEmpty();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.locator(".alert .badge.info"))
                .hasText(new String[] {"Acknowledged", "Acknowledged", "Acknowledged"});
        monitor.await(
                "/api/v1/alerts?text=keys-&state=ACKNOWLEDGED",
                list -> list.get("total").asInt() == 3);
        page.keyboard().press("?");
        assertThat(dialog()).containsText("Choose the alert, or not");
        assertThat(Axe.violations(page)).isEmpty();
    }

    @Test
    void shouldSayOfSeveralWhichWereLeftOutAndWhichRefused() {
        raise("part-a", "part-b", "part-c");
        go(page, "#/alerts?text=part-&show=all");
        act("part-a", "'action':'CLOSE','outcome':'ACTION_TAKEN','reason':'x'");
        assertThat(page.locator(".alert .badge.info")).hasText("Action taken");
        page.keyboard().press("p");
        assertThat(page.locator(".live")).hasText("Paused");
        act("part-b", "'action':'START_REVIEW'");

        page.getByLabel("All shown").check();
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Chosen alerts"))
                .getByRole(AriaRole.BUTTON, named("Close"))
                .click();
        assertThat(dialog()).containsText("1 alert left out");
        dialog().getByLabel("Outcome").selectOption("FALSE_POSITIVE");
        dialog().getByLabel("Reason").fill("a test");
        dialog().getByRole(AriaRole.BUTTON, named("Close 2 alerts")).click();
        assertThat(dialog()).containsText("Close: 1 alert done, 1 not.");
        assertThat(dialog().locator("li")).containsText("the alert has changed since revision 1");
        dialog().getByRole(AriaRole.BUTTON, named("Close")).click();
        assertThat(page.getByText("2 alerts chosen")).isVisible();
    }

    @Test
    void shouldShowAndReviewAlertsAboutNoOfficer() {
        publish(
                event("unit-1", 1, "unit-1-C1", ",'unit':'u7'", "2024-01-01"),
                event("unit-2", 1, "unit-2-C1", ",'unit':'u7'", "2024-02-01"));
        monitor.await("/api/v1/alerts?text=u7", list -> list.get("total").asInt() == 1);
        go(page, "#/alerts?text=u7");
        assertThat(page.locator(".alert .meta")).containsText("Unit u7");
        page.locator(".alert .title").click();
        assertThat(panel("In short")).containsText("Unit u7");
        assertThat(panel("In short").locator("a")).hasText("cluster");
        assertThat(panel("Evidence").locator("tbody tr")).hasCount(2);
        assertThat(panel("What would clear it")).containsText("does not end by itself");
        assertThat(Axe.violations(page)).isEmpty();
        begin("Acknowledge");
        submit("Acknowledge");
        assertThat(review()).containsText("Acknowledged");
    }

    @Test
    void shouldHaveAccessibleDialogsOnATelephoneInTheDark() {
        raise("phone");
        String id = id("phone");
        Page phone = watched(ColorScheme.DARK, 390);
        for (String action : List.of("Assign", "Snooze", "Close", "Attach statement")) {
            go(phone, "#/alerts/" + id);
            Locator button = phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(action));
            button.click();
            assertThat(Axe.violations(phone)).as(action).isEmpty();
            assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(action + " fits")
                    .isTrue();
            phone.keyboard().press("Escape");
            assertThat(button).isFocused();
        }
        phone.context().close();
    }

    private void begin(String action) {
        review().getByRole(AriaRole.BUTTON, named(action)).click();
        assertThat(dialog()).isVisible();
    }

    private void submit(String action) {
        dialog().getByRole(AriaRole.BUTTON, named(action)).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private Locator review() {
        return panel("Review");
    }

    private Locator panel(String title) {
        return ServedDashboard.panel(page, title);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private Page watched(ColorScheme colours, int width) {
        return dashboard.page(colours, width, 900);
    }

    private void go(Page seen, String address) {
        dashboard.go(seen, address);
    }

    /** By somebody else. */
    private void act(String officer, String words) {
        ServedMonitor.Answer answer = monitor.post(
                "/api/v1/alerts/" + id(officer) + "/actions", "{'actionId':'theirs','revision':1,%s}".formatted(words));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    private String id(String officer) {
        JsonNode list = monitor.await(
                "/api/v1/alerts?officer=" + officer, found -> found.get("total").asInt() == 1);
        return list.get("items").get(0).get("alertId").asText();
    }

    /** An alert about each. */
    private void raise(String... officers) {
        publish(Stream.of(officers)
                .flatMap(officer ->
                        Stream.of(recorded(officer, 1, officer + "-C1"), recorded(officer, 2, officer + "-C2")))
                .toArray(Event[]::new));
        Stream.of(officers).forEach(this::id);
    }

    private void publish(Event... events) {
        site.publish(List.of(events));
        RunningMonitor.awaitProcessed(site, Duration.ofSeconds(60));
    }

    /** The later it is told the earlier it was, but after the first: so each changes when the level was reached. */
    private static Event recorded(String officer, int number, String caseId) {
        return event(officer, number, caseId, "", number == 1 ? "2020-01-01" : "2020-0%d-01".formatted(8 - number));
    }

    private static Event event(String officer, int number, String caseId, String more, String day) {
        return EventJson.read(
                "{'eventType':'RECORDED','eventId':'%1$s-%2$d','officerId':'%1$s','caseId':'%3$s','allegationId':'%1$s-L%2$d','group':'SEXUAL','recordedAt':'%5$sT00:00:00Z'%4$s}"
                        .formatted(officer, number, caseId, more, day)
                        .replace('\'', '"'));
    }
}
