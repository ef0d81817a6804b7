package org.misconductmonitor.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;

/** Takes pictures of pages as they are on a wide screen, light and dark, and on a telephone. */
final class Screenshots {
    private Screenshots() {}

    /**
     * @param directory where the pictures go
     * @param url where the dashboard is
     * @param pages addresses by the names of their pictures
     */
    static void take(Browser browser, Path directory, String url, Map<String, String> pages) {
        pages.forEach((name, address) -> {
            take(browser.page(ColorScheme.LIGHT, 1280, 800), directory.resolve(name + "-light.png"), url + address);
            take(browser.page(ColorScheme.DARK, 1280, 800), directory.resolve(name + "-dark.png"), url + address);
            take(browser.page(ColorScheme.LIGHT, 390, 1200), directory.resolve(name + "-phone.png"), url + address);
        });
    }

    private static void take(Page page, Path file, String address) {
        page.navigate(address);
        page.waitForSelector("main:not([aria-busy]) h1");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        page.context().close();
    }
}
