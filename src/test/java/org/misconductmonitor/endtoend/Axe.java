package org.misconductmonitor.endtoend;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The accessibility rules of axe: WCAG 2.2 AA and what it calls good practice. */
final class Axe {
    private static final String SOURCE = source();
    /** One line for each rule that is broken, with the elements that break it. */
    private static final String RUN = """
            async () => (await axe.run(document)).violations.map(violation =>
                `${violation.id}: ${violation.help}: ` + violation.nodes.map(node => node.html).join(' | '))
            """;

    private Axe() {}

    /** @return what is wrong with the page as it is now; empty if nothing is */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(SOURCE);
        return (List<String>) page.evaluate(RUN);
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
