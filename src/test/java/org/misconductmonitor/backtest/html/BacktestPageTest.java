package org.misconductmonitor.backtest.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.backtest.Changes;
import org.misconductmonitor.backtest.Evaluation;
import org.misconductmonitor.backtest.Findings;
import org.misconductmonitor.backtest.History;
import org.misconductmonitor.backtest.Story;
import org.misconductmonitor.backtest.fairness.Characteristics;
import org.misconductmonitor.backtest.fairness.Fairness;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pages are held to the rules of XML, which are stricter than those of HTML. */
class BacktestPageTest {
    private static final String HOSTILE = "</title><script>alert('1')</script><img src=x onerror=\"a\"> & \\u0001";
    private static final String RULE = Story.threshold("two", 2, 3).replace("Cases in a year", "'" + quoted() + "'");

    private static String quoted() {
        return HOSTILE.replace("'", "''").replace("\\u0001", "");
    }

    private static Story story() {
        return new Story()
                .recorded(json(HOSTILE), "c1", "2020-06-01")
                .recorded(json(HOSTILE), "c2", "2021-01-01")
                .recorded(json(HOSTILE), "c3", "2021-02-01")
                .finalised(json(HOSTILE), "c2", "2021-03-01", "SUSTAINED");
    }

    private static String json(String text) {
        return text.replace("\"", "\\\"");
    }

    private static Document parse(String page) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }

    private static List<String> texts(Document page, String tag) {
        NodeList elements = page.getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }

    private static Document page() throws Exception {
        History before = story().under(Story.rules(RULE.replace("at: 3", "at: 9")));
        History after = story().under(Story.rules(RULE));
        return parse(BacktestPage.write(
                HOSTILE,
                Evaluation.of(after, Findings.standard()),
                Evaluation.of(before, Findings.standard()),
                Changes.between(before, after)));
    }

    @Test
    void shouldBeWellFormedAndRunNothingWhateverNamesAre() throws Exception {
        Document page = page();

        assertThat(texts(page, "script")).isEmpty();
        assertThat(texts(page, "img")).isEmpty();
        assertThat(texts(page, "p").get(0)).contains("<script>alert('1')</script>");
        assertThat(texts(page, "td")).anySatisfy(cell -> assertThat(cell).contains("onerror=\"a\""));
        assertThat(texts(page, "small")).anySatisfy(title -> assertThat(title).contains("</title>"));
    }

    @Test
    void shouldNeedNoNetwork() throws Exception {
        Document page = page();
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getTagName()).isNotIn("link", "script", "img", "iframe", "object");
            for (String attribute : List.of("src", "href", "style", "onclick", "onload")) {
                assertThat(element.hasAttribute(attribute)).isFalse();
            }
        }
        assertThat(texts(page, "style").get(0)).doesNotContain("url(", "@import");
    }

    @Test
    void shouldStandForThoseWhoSeeNoCharts() throws Exception {
        Document page = page();
        NodeList charts = page.getElementsByTagName("svg");

        for (int i = 0; i < charts.getLength(); i++) {
            Element chart = (Element) charts.item(i);
            assertThat(chart.hasAttribute("aria-label") || "true".equals(chart.getAttribute("aria-hidden")))
                    .isTrue();
        }
        assertThat(texts(page, "caption")).hasSameSizeAs(texts(page, "table")).doesNotContain("");
        assertThat(texts(page, "h2"))
                .containsExactly(
                        "Against the baseline",
                        "Alerts by rule",
                        "Alerts by year",
                        "Precision against the base rate",
                        "Lead time",
                        "Officers",
                        "How to read this");
    }

    @Test
    void shouldBearAHistoryInWhichNothingHappened() throws Exception {
        History nothing = new Story().under(Story.rules(RULE));

        Document page = parse(BacktestPage.write("nothing", Evaluation.of(nothing, Findings.standard()), null, null));

        assertThat(texts(page, "p")).contains("The rules raised nothing.");
        assertThat(texts(parse(FairnessPage.write("nothing", List.of())), "p"))
                .contains("The rules raised nothing about any officer.");
    }

    @Test
    void shouldNameNoOfficerInTheReportOnFairness() throws Exception {
        Characteristics groups = new Characteristics(Map.of("<b>sex</b>", Map.of("officer-1", "<i>m</i>")));
        History history = new Story()
                .recorded("officer-1", "c1", "2020-01-01")
                .recorded("officer-1", "c2", "2020-02-01")
                .under(Story.rules(RULE));

        String page = FairnessPage.write("history", Fairness.of(history, groups, Map.of()));

        assertThat(page).doesNotContain("officer-1", "<b>", "<i>");
        assertThat(texts(parse(page), "td")).contains("left out");
    }
}
