package org.misconductmonitor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.misconductmonitor.page.Html;

/** A subject export to be read by a person; it shows what the JSON has, in the same order. */
final class SubjectPage {
    private static final String STYLE = "body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
            + "dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.2rem 1rem}dt{font-weight:bold}"
            + "dd{margin:0;overflow-wrap:anywhere}section{border-top:1px solid #777;padding:.5rem 0}";

    private SubjectPage() {}

    static String of(ObjectNode export) {
        Html page = new Html();
        page.verbatim("<!DOCTYPE html>\n").open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        page.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width")
                .element("title", "What is held")
                .open("style")
                .verbatim(STYLE)
                .close()
                .close();
        page.open("body").open("main").element("h1", "What is held");
        page.element("p", "Known as: " + joined(export.path("officerIds")));
        page.element("h2", "What was withheld");
        fields(page, export.path("withheld"));
        page.element("h2", "Events");
        export.path("events").forEach(event -> entry(page, event, "eventType"));
        page.element("h2", "Alerts");
        export.path("alerts").forEach(alert -> entry(page, alert, "ruleTitle"));
        return page.end();
    }

    private static void entry(Html page, JsonNode entry, String title) {
        page.open("section").element("h3", entry.path(title).asText());
        fields(page, entry);
        page.close();
    }

    private static void fields(Html page, JsonNode object) {
        page.open("dl");
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            page.element("dt", field.getKey());
            page.element("dd", shown(field.getValue()));
        }
        page.close();
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static String joined(JsonNode texts) {
        StringBuilder joined = new StringBuilder();
        texts.forEach(text -> joined.append(joined.isEmpty() ? "" : ", ").append(text.asText()));
        return joined.toString();
    }
}
