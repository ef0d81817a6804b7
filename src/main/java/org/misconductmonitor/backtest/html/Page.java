package org.misconductmonitor.backtest.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.misconductmonitor.page.Html;

/** The frame of every report. */
final class Page {
    private static final String STYLE = "/backtest/style.css";
    private static final String NO_NETWORK = "default-src 'none'; style-src 'unsafe-inline'";

    private Page() {}

    /** Begins a page; what is written next comes below its heading. */
    static Html begin(String title, String subtitle) {
        Html html = new Html().verbatim("<!DOCTYPE html>\n");
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", NO_NETWORK);
        html.element("title", title + ": " + subtitle);
        html.open("style").verbatim(style()).close().close();
        html.open("body").open("main");
        html.element("h1", title);
        html.element("p", subtitle, "class", "soft");
        return html;
    }

    static void section(Html html, String title, String text) {
        html.element("h2", title);
        html.element("p", text);
    }

    private static String style() {
        try (InputStream in = Page.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the style of reports is missing: is the jar damaged?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
