package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.statistics.CountKey;
import org.misconductmonitor.statistics.Counts;
import org.misconductmonitor.statistics.StatisticsLedger;
import org.misconductmonitor.topology.MonitorTopic;

/** The topic of published counts follows the facts: what changes is written once, what vanishes gets a tombstone. */
@ExtendWith(SharedPlatform.class)
@Timeout(300)
class PublishedCountsTest {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    private Path directory;

    private final List<Event> counted = new ArrayList<>();
    private Site site;

    @Test
    void shouldFollowTheFactsAndWriteNothingTwice(EmbeddedPlatform platform) throws IOException {
        site = Site.create(platform, directory, Map.of("http.port", "0", "statistics.publish.every", "PT1S"));
        publish(Stories.golden());
        publish(List.of(fact("anna", "1", "1991-02-03", ""), fact("bert", "2", "1992-02-03", "")));
        site.publish(List.of(fact("cora", "3", "1993-02-03", ",'handling':'COVERT'")));
        whileRunning(() -> {
            awaitCounts();
            assertThat(rows().keySet())
                    .extracting(CountKey::period)
                    .contains("1991", "1992")
                    .doesNotContain("1993");
            assertThat(records()).doesNotHaveDuplicates();

            publishAndExpectNoMoreThanChanges(EventJson.read("""
                    {"eventType":"ERASED","eventId":"x1","officerId":"anna","at":"2024-05-01T00:00:00Z"}"""));
            assertThat(rows().keySet()).extracting(CountKey::period).doesNotContain("1991");
            assertThat(records()).anyMatch(record -> record.endsWith(" null"));
        });
        whileRunning(() -> publishAndExpectNoMoreThanChanges(EventJson.read("""
                    {"eventType":"FINALISED","eventId":"x2","officerId":"bert","allegationId":"a2","finding":"SUSTAINED",\
                    "at":"2024-05-02T00:00:00Z"}""")));
        assertThat(records()).noneMatch(record -> record.contains("anna") || record.contains("bert"));
    }

    private void publishAndExpectNoMoreThanChanges(Event event) {
        Map<CountKey, Long> before = expected();
        int written = records().size();
        publish(List.of(event));
        awaitCounts();
        Map<CountKey, Long> after = expected();
        Set<CountKey> changed = new HashSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(of -> after.containsKey(of) && after.get(of).equals(before.get(of)));
        assertThat(changed).isNotEmpty();
        assertThat(records()).hasSize(written + changed.size());
    }

    private void whileRunning(Runnable work) {
        ServedMonitor served =
                ServedMonitor.start(site.config(), RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml"))));
        try {
            work.run();
        } finally {
            served.close();
        }
    }

    private void publish(List<Event> events) {
        counted.addAll(events);
        site.publish(events);
    }

    private void awaitCounts() {
        Map<CountKey, Long> expected = expected();
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(rows())
                .isEqualTo(expected));
    }

    private Map<CountKey, Long> expected() {
        StatisticsLedger ledger = new StatisticsLedger();
        counted.forEach(ledger::accept);
        return Counts.of(query -> ledger.answer(query.asOf(ledger.latestStanding())));
    }

    private static Event fact(String officer, String number, String day, String more) {
        return EventJson.read("""
                {'eventType':'RECORDED','eventId':'f%2$s','officerId':'%1$s','caseId':'c%2$s','allegationId':'a%2$s',\
                'group':'SEXUAL','recordedAt':'%3$sT00:00:00Z'%4$s}""".formatted(officer, number, day, more).replace('\'', '"'));
    }

    /** What a compacted topic comes to; each count under one key alone. */
    private Map<CountKey, Long> rows() {
        Deserializer<Object> deserializer = site.serdes().deserializer();
        Map<String, IndexedRecord> latest = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : raw()) {
            String key = new String(record.key(), UTF_8);
            if (record.value() == null) {
                latest.remove(key);
            } else {
                latest.put(key, (IndexedRecord) deserializer.deserialize(record.topic(), record.value()));
            }
        }
        Map<CountKey, Long> rows = new HashMap<>();
        latest.values().forEach(row -> rows.put(of(row), (Long) field(row, "count")));
        assertThat(rows).hasSameSizeAs(latest);
        return rows;
    }

    private static CountKey of(IndexedRecord row) {
        return new CountKey(
                text(row, "tenantId"),
                text(row, "measure"),
                text(row, "force"),
                text(row, "period"),
                text(row, "category"),
                text(row, "group"),
                text(row, "outcome"));
    }

    private static String text(IndexedRecord row, String name) {
        Object value = field(row, name);
        return value == null ? null : value.toString();
    }

    private static Object field(IndexedRecord row, String name) {
        return row.get(row.getSchema().getField(name).pos());
    }

    /** Key and value of each record that was ever written. */
    private List<String> records() {
        return raw().stream()
                .map(record -> new String(record.key(), UTF_8) + " "
                        + (record.value() == null ? "null" : new String(record.value(), UTF_8)))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> raw() {
        return RawRecords.of(site, site.topic(MonitorTopic.STATISTICS)).all();
    }
}
