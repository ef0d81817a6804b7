package org.misconductmonitor.endtoend;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The Chromium of this machine; nothing is downloaded. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    static final double LIMIT_MS = 30_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // The tests of a container run as root, where Chromium has no sandbox; it only sees our own
                        // pages.
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Starts it; nothing may be {@link #missing}. */
    static Browser start() {
        return new Browser(executable().orElseThrow());
    }

    /** What must be installed first, or null if all is there. */
    static String missing() {
        if (executable().isEmpty()) {
            return "no Chromium here: install it (apt-get install chromium), or name it with CHROMIUM";
        }
        return Browser.class.getResource("/driver/linux/node") == null
                ? "Playwright's driver is not here: run Maven with -Pbrowser"
                : null;
    }

    /** Hands on what goes wrong in a page, what its content security policy blocks included. */
    static void watch(Page page, Consumer<String> fault) {
        page.onPageError(fault);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                fault.accept(message.text());
            }
        });
    }

    /** The browser that {@code CHROMIUM} names, or the first one on the path. */
    private static Optional<Path> executable() {
        String named = System.getenv("CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page of its own: no other knows its storage. */
    Page page(ColorScheme colours, int width, int height) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height));
        context.setDefaultTimeout(LIMIT_MS);
        return context.newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
