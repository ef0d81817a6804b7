package org.misconductmonitor.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** What people see and do in the dashboard of a running monitor, in a real browser. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class DashboardTest {
    private static final String HOSTILE = "<img src=x onerror=document.title=1>";
    private static final LoadedRules RULES = RuleFiles.read(List.of(new RuleText("rules.yaml", """
            id: repeat
            title: Repeated
            kind: threshold
            count: allegations
            window: P10Y
            levels: [ { level: AMBER, at: 2 }, { level: RED, at: 4 } ]
            tests:
              - name: two
                events: [ { recordedAt: 2024-01-01 }, { recordedAt: 2024-06-01 } ]
                alerts: [ { level: AMBER, firedAt: 2024-06-01 } ]
            ---
            id: on-trial
            title: Tried out
            kind: threshold
            status: shadow
            where: { group: [DOMESTIC] }
            count: cases
            window: P1Y
            levels: [ { level: INFO, at: 2 } ]
            tests:
              - name: one does not fire
                events: [ { recordedAt: 2024-01-01, group: DOMESTIC } ]
                alerts: []
            """)));

    private Site site;
    private ServedMonitor monitor;
    private Browser browser;
    private Page page;
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    void start(EmbeddedPlatform platform, @TempDir Path directory) {
        assumeThat(Browser.missing()).isNull();
        browser = Browser.start();
        site = Site.create(platform, directory, Map.of("http.port", "0"));
        monitor = ServedMonitor.start(site.config(), RULES);
        publish(
                recorded("anna", 1, "2020-01-01", "'group':'SEXUAL','handling':'CONFIDENTIAL'"),
                recorded("anna", 2, "2021-01-01", "'group':'SEXUAL'"),
                recorded("dora", 1, "2020-01-01", "'group':'DOMESTIC'"),
                recorded("dora", 2, "2020-03-01", "'group':'DOMESTIC'"),
                recorded(HOSTILE, 1, "2020-01-01", "'group':'SEXUAL'"),
                recorded(HOSTILE, 2, "2021-01-01", "'group':'SEXUAL'"),
                recorded("late", 1, "2090-01-01", "'group':'SEXUAL'"),
                of("JOINED", "anna", "2015-01-01", "'force':'North','rank':'PC'"),
                of("VETTING_GRANTED", "anna", "2015-01-01", "'clearance':'RV'"),
                of("MEASURE_STARTED", "anna", "2021-02-01", "'measure':'SUSPENSION'"));
        awaitAlerts("", 4);
        // The facts are read when they are first asked for.
        monitor.get("/api/v1/statistics/cases");
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            monitor.close();
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        page = watched(ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        page.context().close();
        // What the content security policy blocks is told there too; that the monitor still reads is no fault.
        assertThat(faults).filteredOn(fault -> !fault.contains("503")).isEmpty();
    }

    @Test
    void shouldShowAlertsAsTheyComeAndGoOnWhereItWasAfterAPause() {
        go("#/alerts?text=live-");
        assertThat(page.locator(".live")).hasText("Live");
        publish(pair("live-bert"));
        Locator bert = card("live-bert");
        assertThat(bert.locator(".badge.new")).isVisible();
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) Alerts"));
        assertThat(page.locator("#news")).containsText("live-bert");

        page.keyboard().press("p");
        assertThat(page.locator(".live")).hasText("Paused");
        publish(pair("live-carl"));
        awaitAlerts("?text=live-", 2);
        assertThat(page.locator(".alert")).hasCount(1);
        page.keyboard().press("p");
        assertThat(card("live-carl").locator(".badge.new")).isVisible();
        assertThat(page).hasTitle(Pattern.compile("^\\(2\\) Alerts"));

        page.getByText("Mark 2 new ones as seen").click();
        assertThat(page).hasTitle(Pattern.compile("^Alerts"));
        assertThat(page.locator(".badge.new")).hasCount(0);
    }

    @Test
    void shouldMarkAndChooseAlerts() {
        go("#/alerts");
        assertThat(card("anna").locator(".badge")).hasText(new String[] {"AMBER", "Confidential"});
        Locator shadow = page.locator(".alert").filter(new Locator.FilterOptions().setHasText("Tried out"));
        assertThat(shadow.locator(".badge")).hasText(new String[] {"INFO", "Shadow"});

        page.locator("[name=shadow]").selectOption("true");
        assertThat(page.locator(".alert")).hasCount(1);
        page.locator("[name=shadow]").selectOption("");
        page.locator("[name=text]").fill("ANN");
        page.locator("[name=text]").press("Enter");
        assertThat(page.locator(".alert")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("text=ANN"));
        page.locator("[name=level]").fill("RED");
        page.locator("[name=level]").press("Enter");
        assertThat(page.getByText("No alert is as asked for.")).isVisible();
    }

    @Test
    void shouldBeUsedWithTheKeyboardAlone() {
        go("#/alerts?text=anna");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Next alert");
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Repeated");
        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void shouldSayWhyAnAlertStandsAndWhatWouldClearIt() {
        go("#/alerts?text=anna");
        page.locator(".alert .title").click();
        assertThat(panel("In a sentence")).containsText("Officer anna reached AMBER of \"Repeated\" on 2021-01-01");
        assertThat(panel("In a sentence")).containsText("The evidence is confidential");
        assertThat(panel("When").locator("circle")).hasCount(2);
        assertThat(panel("Evidence").locator("tbody tr")).hasCount(2);
        assertThat(panel("What would clear it").locator("li"))
                .hasText(new String[] {"Allegation anna-L1", "Allegation anna-L2"});
        assertThat(panel("History").locator("li")).hasCount(1);
        panel("In short")
                .getByText("anna", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("h1")).hasText("Officer anna");
    }

    @Test
    void shouldShowTheRecordOfAnOfficer() {
        go("#/officers");
        page.getByLabel("Identity of the officer").fill("nobody");
        page.getByText("Open the record").click();
        assertThat(page.locator("main [role=status]")).not().isEmpty();
        forgetNotFound();
        page.getByLabel("Identity of the officer").fill("anna");
        page.getByText("Open the record").click();

        assertThat(panel("Record in short")).containsText("North");
        assertThat(panel("Vetting, postings, measures")).containsText("Granted");
        assertThat(panel("Vetting, postings, measures")).containsText("Suspension");
        assertThat(panel("Life line").locator("circle")).hasCount(5);
        assertThat(panel("Alerts").locator(".alert")).hasCount(1);
        assertThat(panel("Counts").locator("canvas")).isVisible();
        panel("Counts").getByText("The numbers").click();
        assertThat(panel("Counts").locator("tbody tr")).hasText(new String[] {"2020SEXUAL1", "2021SEXUAL1"});
        assertThat(panel("Every fact").locator("li")).hasCount(5);
    }

    @Test
    void shouldShowRulesAndFindWhatIsWrongWithOne() {
        go("#/rules");
        assertThat(panel("2 rules in force").locator("tbody tr")).hasCount(2);
        page.getByText("Repeated").click();
        assertThat(panel("As it is written")).containsText("window: P10Y");
        assertThat(panel("Its tests, run just now")).containsText("1 test, all passed.");

        go("#/check");
        Locator text = page.getByLabel("Rules as YAML");
        page.getByText("Run its tests").click();
        assertThat(panel("Result")).containsText("1 test, all passed.");
        text.fill(text.inputValue().replace("window: P365D", "windw: P365D"));
        page.getByText("Check", new Page.GetByTextOptions().setExact(true)).click();
        panel("Result").getByLabel("Go to line 5, column 1").click();
        assertThat(text).isFocused();
        assertThat(text.evaluate("area => area.value.slice(area.selectionStart).split('\\n')[0]"))
                .isEqualTo("windw: P365D");
    }

    @Test
    void shouldShowHowTheMonitorIs() {
        go("#/system");
        assertThat(panel("Readiness")).containsText("Ready");
        Locator accounts = panel("What became of every record").locator("tbody tr");
        assertThat(accounts.first()).containsText("Yes");
        assertThat(panel("Not processed yet").locator("tbody tr").first()).isVisible();
        assertThat(panel("Dead letters").locator("tbody")).containsText("FUTURE_DATE");
    }

    @Test
    void shouldShowPublishedTablesAsOfAnyDate() {
        go("#/statistics");
        page.getByText("Officer-allegations by year and outcome").click();
        Locator numbers = panel("Numbers");
        assertThat(numbers.locator("thead th")).hasText(new String[] {"Outcome", "2020", "2021", "total"});
        Locator total = numbers.locator("tfoot td");
        assertThat(total.first()).not().hasText("0");
        assertThat(panel("Chart").locator("canvas")).isVisible();
        page.locator("[name=by]").selectOption("quarter");
        assertThat(numbers.locator("thead th").nth(1)).hasText("2020-Q1");
        String csv = csv();
        assertThat(csv).startsWith("outcome,2020-Q1,").contains("total,");

        page.locator("[name=by]").selectOption("");
        page.locator("#as-of").fill("-180");
        assertThat(page.getByText("Nothing was counted.")).isVisible();
        assertThat(csv()).doesNotContain("2020");
    }

    private String csv() {
        Download download =
                page.waitForDownload(() -> page.getByText("Save as CSV").click());
        assertThat(download.failure()).isNull();
        try (InputStream in = download.createReadStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldShowTextsAsTheyAreWhateverTheyHold() {
        go("#/officers/" + HOSTILE.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20"));
        assertThat(page.locator("h1")).hasText("Officer " + HOSTILE);
        assertThat(page.locator("main img")).hasCount(0);
        go("#/alerts");
        assertThat(page.locator(".alert").filter(new Locator.FilterOptions().setHasText(HOSTILE)))
                .hasCount(1);
        assertThat(page.locator("main img")).hasCount(0);
    }

    @Test
    void shouldAskAgainAsLongAsTheMonitorCannotTellYet() {
        AtomicInteger asked = new AtomicInteger();
        page.route("**/api/v1/officers/dora", route -> {
            if (asked.incrementAndGet() < 3) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/problem+json")
                        .setBody("{\"title\":\"Not yet\",\"detail\":\"the monitor still reads\"}"));
            } else {
                route.resume();
            }
        });

        page.navigate(monitor.service().url().orElseThrow() + "#/officers/dora");

        assertThat(page.locator("main")).containsText("This page asks again by itself.");
        assertThat(page.locator("h1")).hasText("Officer dora");
        assertThat(asked).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void shouldKeepTheColoursThatWereChosen() {
        go("#/rules");
        page.getByLabel("Theme: Auto").click();
        page.getByLabel("Theme: Light").click();
        page.reload();
        assertThat(page.getByLabel("Theme: Dark")).isVisible();
        assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo("dark");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void shouldBeAccessibleOnEveryPage(ColorScheme colours) {
        String alert = monitor.get("/api/v1/alerts?officer=anna")
                .get("items")
                .get(0)
                .get("alertId")
                .asText();
        Page seen = watched(colours);
        for (String address : List.of(
                "#/alerts",
                "#/alerts/" + alert,
                "#/officers",
                "#/officers/anna",
                "#/officers/nobody",
                "#/rules",
                "#/rules/repeat",
                "#/check",
                "#/statistics",
                "#/statistics/cases",
                "#/system")) {
            go(seen, address);
            assertThat(Axe.violations(seen)).as(address).isEmpty();
        }
        forgetNotFound();
        seen.context().close();
    }

    /** The browser itself tells of the answer 404 to who asks for nobody. */
    private void forgetNotFound() {
        faults.removeIf(fault -> fault.contains("404"));
    }

    private Page watched(ColorScheme colours) {
        faults.clear();
        Page watched = browser.page(colours, 1280, 800);
        Browser.watch(watched, faults::add);
        return watched;
    }

    private void go(String address) {
        go(page, address);
    }

    /** A new document each time: the same address with another hash would be none. */
    private void go(Page seen, String address) {
        seen.navigate("about:blank");
        seen.navigate(monitor.service().url().orElseThrow() + address);
        seen.waitForSelector("main:not([aria-busy]) h1");
    }

    private Locator panel(String title) {
        return page.getByLabel(title, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    private Locator card(String officer) {
        return page.locator(".alert").filter(new Locator.FilterOptions().setHasText("Officer " + officer));
    }

    private void awaitAlerts(String query, int count) {
        monitor.await("/api/v1/alerts" + query, answer -> answer.get("total").asInt() == count);
    }

    private void publish(Event... events) {
        site.publish(List.of(events));
        RunningMonitor.awaitProcessed(site, Duration.ofSeconds(60));
    }

    private static Event[] pair(String officer) {
        return new Event[] {
            recorded(officer, 1, "2020-01-01", "'group':'SEXUAL'"),
            recorded(officer, 2, "2020-06-01", "'group':'SEXUAL'")
        };
    }

    private static Event recorded(String officer, int number, String day, String more) {
        return event(
                "{'eventType':'RECORDED','eventId':'%1$s-%2$d','officerId':'%1$s','caseId':'%1$s-C%2$d','allegationId':'%1$s-L%2$d','recordedAt':'%3$sT00:00:00Z',%4$s}"
                        .formatted(officer, number, day, more));
    }

    private static Event of(String type, String officer, String day, String more) {
        return event("{'eventType':'%1$s','eventId':'%2$s-%1$s','officerId':'%2$s','at':'%3$sT00:00:00Z',%4$s}"
                .formatted(type, officer, day, more));
    }

    private static Event event(String json) {
        return EventJson.read(json.replace('\'', '"'));
    }
}
