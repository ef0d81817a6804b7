package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.rule.file.LoadedRules;

/** A monitor and a browser that looks at its dashboard. What goes wrong in any page is remembered. */
final class ServedDashboard implements AutoCloseable {
    private final Browser browser;
    private final ServedMonitor monitor;
    private final List<String> faults = new ArrayList<>();

    private ServedDashboard(Browser browser, ServedMonitor monitor) {
        this.browser = browser;
        this.monitor = monitor;
    }

    /** The tests are skipped where there is no browser: before anything is made for them. */
    static void assumeBrowser() {
        assumeThat(Browser.missing()).isNull();
    }

    static ServedDashboard start(MonitorConfig config, LoadedRules rules) {
        Browser browser = Browser.start();
        try {
            return new ServedDashboard(browser, ServedMonitor.start(config, rules));
        } catch (RuntimeException | AssertionError e) {
            browser.close();
            throw e;
        }
    }

    ServedMonitor monitor() {
        return monitor;
    }

    /** A page of its own: no other knows its storage. */
    Page page(ColorScheme colours, int width, int height) {
        Page page = browser.page(colours, width, height);
        Browser.watch(page, faults::add);
        return page;
    }

    /** A new document each time: the same address with another hash would be none. */
    void go(Page page, String address) {
        page.navigate("about:blank");
        page.navigate(monitor.service().url().orElseThrow() + address);
        page.waitForSelector("main:not([aria-busy]) h1");
    }

    static Locator panel(Page page, String title) {
        return page.getByLabel(title, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    void forgetFaults() {
        faults.clear();
    }

    /** What the content security policy blocks is a fault too. */
    void assertNoFault() {
        assertThat(faults).isEmpty();
    }

    /** The browser itself tells of an answer with this status. */
    void forget(int status) {
        faults.removeIf(fault -> fault.contains(Integer.toString(status)));
    }

    @Override
    public void close() {
        monitor.close();
        browser.close();
    }
}
