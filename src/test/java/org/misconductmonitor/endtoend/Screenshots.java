package org.misconductmonitor.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Takes pictures of pages as they are on a wide screen, light and dark, and on a telephone. */
final class Screenshots {
    private Screenshots() {}

    /**
     * @param directory where the pictures go
     * @param url where the dashboard is
     * @param views by the names of their pictures
     */
    static void take(Browser browser, Path directory, String url, Map<String, View> views) {
        views.forEach((name, view) -> {
            take(browser.page(ColorScheme.LIGHT, 1280, 800), directory.resolve(name + "-light.png"), url, view);
            take(browser.page(ColorScheme.DARK, 1280, 800), directory.resolve(name + "-dark.png"), url, view);
            take(browser.page(ColorScheme.LIGHT, 390, 1200), directory.resolve(name + "-phone.png"), url, view);
        });
    }

    /**
     * What a picture shows.
     *
     * @param address of the page
     * @param keys that are pressed there, one after the other
     */
    record View(String address, List<String> keys) {
        static View of(String address, String... keys) {
            return new View(address, List.of(keys));
        }
    }

    private static void take(Page page, Path file, String url, View view) {
        page.navigate(url + view.address());
        page.waitForSelector("main:not([aria-busy]) h1");
        view.keys().forEach(page.keyboard()::press);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        page.context().close();
    }
}
