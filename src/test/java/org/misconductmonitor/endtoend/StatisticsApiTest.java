package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.statistics.Catalogue;
import org.misconductmonitor.statistics.Period;
import org.misconductmonitor.statistics.PublishedTable;
import org.misconductmonitor.statistics.StatisticsLedger;
import org.misconductmonitor.statistics.Table;
import org.misconductmonitor.statistics.TableCsv;
import org.misconductmonitor.statistics.TableJson;

/** What the HTTP API counts is what lies in the topics, while they are being written too. */
@ExtendWith(SharedPlatform.class)
@Timeout(240)
class StatisticsApiTest {
    private static final Instant EARLY = Instant.parse("2014-03-01T23:59:59Z");
    private static final Instant LATE = Instant.parse("2024-01-02T23:59:59Z");

    @TempDir
    private Path directory;

    @Test
    void shouldTellTheNumbersOfTheShippedStory(EmbeddedPlatform platform) throws IOException {
        Site site = Site.create(platform, directory, Map.of("http.port", "0"));
        List<Event> story = new ArrayList<>(Stories.golden());
        Collections.shuffle(story, new Random(3));
        List<Event> first = story.subList(0, story.size() / 2);
        site.publish(first);
        // The gate refuses it: nothing happens in the future.
        site.publish(List.of(EventJson.read("""
                {"eventType":"RECORDED","eventId":"f","officerId":"o","caseId":"c","allegationId":"a","recordedAt":"2190-01-01T00:00:00Z"}""")));
        try (ServedMonitor monitor = ServedMonitor.start(
                site.config(), RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml"))))) {
            PublishedTable cases = Catalogue.named("cases").orElseThrow();
            StatisticsLedger half = ledger(first);
            assertThat(monitor.get("/api/v1/statistics/cases")).isEqualTo(json(cases, latest(half, first, cases)));

            site.publish(story.subList(story.size() / 2, story.size()));
            StatisticsLedger all = ledger(story);
            for (PublishedTable table : Catalogue.tables()) {
                String target = "/api/v1/statistics/" + table.id();
                JsonNode expected = json(table, latest(all, story, table));
                assertThat(monitor.await(target, expected::equals)).isEqualTo(expected);
                Table early = all.answer(table.query(EARLY));
                assertThat(monitor.get(target + "?asOf=" + EARLY)).isEqualTo(json(table, early));
            }

            assertThat(total(monitor, EARLY)).isPositive().isLessThan(total(monitor, LATE));
            assertFormats(monitor, cases, all);
        }
    }

    private static void assertFormats(ServedMonitor monitor, PublishedTable cases, StatisticsLedger ledger)
            throws IOException {
        Table monthly = ledger.answer(cases.query(LATE).per(Period.MONTH));
        String target = "/api/v1/statistics/cases?by=month&asOf=" + LATE;
        HttpResponse<String> csv = monitor.send(target + "&format=csv");
        assertThat(csv.body()).isEqualTo(TableCsv.write(monthly));
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(monitor.get(target)).isEqualTo(json(cases, monthly));
        assertThat(monitor.get(target + "&suppress=true")).isEqualTo(json(cases, monthly.withheldBelow(5)));

        String tag = csv.headers().firstValue("ETag").orElseThrow();
        assertThat(monitor.send(target + "&format=csv", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    private static long total(ServedMonitor monitor, Instant asOf) {
        JsonNode table = monitor.get("/api/v1/statistics/officer-allegations?asOf=" + asOf)
                .get("table");
        return table.get("total").get(table.get("total").size() - 1).asLong();
    }

    private static Table latest(StatisticsLedger ledger, List<Event> events, PublishedTable table) {
        Instant newest = events.stream().map(Event::at).max(Instant::compareTo).orElseThrow();
        return ledger.answer(table.query(newest));
    }

    private static StatisticsLedger ledger(List<Event> events) {
        StatisticsLedger ledger = new StatisticsLedger();
        events.forEach(ledger::accept);
        return ledger;
    }

    /** As a client reads it. */
    private static JsonNode json(PublishedTable published, Table table) throws IOException {
        return new ObjectMapper().readTree(TableJson.write(published, table).toString());
    }
}
