package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.file.Calendars;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/**
 * Where a transaction is taken back, Kafka Streams starts the task again with what was stored before it, and with the same
 * processors. Whatever these know that was never stored must be gone: the second time they must do what they did the first.
 */
class RevivedTaskTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Evaluators RULES = Evaluators.of(
            RuleFiles.read(List.of(new RuleText("rules.yaml", """
                    id: cluster
                    title: Cases of one unit
                    kind: cluster
                    by: unit
                    count: cases
                    window: P12M
                    levels: [{ level: AMBER, at: 2 }, { level: RED, at: 4 }]
                    ---
                    id: repeat
                    title: Two allegations
                    kind: threshold
                    count: allegations
                    window: P365D
                    levels: [{ level: AMBER, at: 2 }, { level: RED, at: 4 }]
                    """))).rules());
    private static final int CACHED = 1_000;

    private final ContributionAvro contributions = new ContributionAvro();

    @Test
    void shouldJudgeOfficersAgain() {
        assertSame(officers(), officerStores(), RevivedTaskTest::events);
    }

    @Test
    void shouldJudgeTenantsAgain() {
        assertSame(tenants(), tenantStores(), this::contributed);
    }

    @Test
    void shouldKeepLivesAgain() {
        assertSame(lives(), lifeStores(), this::lifeInputs);
    }

    /** What is read before and in the transaction that is taken back. */
    private interface Inputs<V> {
        List<Record<Subject, V>> of(int first, int last);
    }

    private static <V, K, O> void assertSame(
            Processors<V, K, O> processors, Map<String, Map<String, byte[]>> empty, Inputs<V> inputs) {
        for (int before : List.of(0, 3)) {
            Map<String, Map<String, byte[]>> stored = new LoneTask<>(processors.make(), empty, START)
                    .take(inputs.of(0, before))
                    .stored();
            Processor<Subject, V, K, O> revived = processors.make();
            List<Record<Subject, V>> taken = inputs.of(before, 6);

            LoneTask<V, K, O> first = new LoneTask<>(revived, stored, START).take(taken);
            LoneTask<V, K, O> again = new LoneTask<>(revived, stored, START).take(taken);

            assertThat(first.sent()).isNotEmpty();
            assertThat(again.all()).isEqualTo(first.all());
        }
    }

    private interface Processors<V, K, O> {
        Processor<Subject, V, K, O> make();
    }

    private static Processors<Arrival, Object, Object> officers() {
        return () -> new OfficerProcessor(RULES, Calendars.shipped(), CACHED, new Backlog());
    }

    private static Processors<Arrival, Object, Object> tenants() {
        return () -> new TenantProcessor(RULES, Calendars.shipped(), new Backlog());
    }

    private static Processors<LifeInput, String, Object> lives() {
        return () -> new AlertLifeProcessor(DrivenTopology.POLICY, CACHED, new Backlog());
    }

    private static Map<String, Map<String, byte[]>> officerStores() {
        return LoneTask.empty(
                Names.OFFICER_SNAPSHOT, Names.STANDING_ALERTS, Names.DUE_TIMES, Names.RULES, Names.ACCOUNTING);
    }

    private static Map<String, Map<String, byte[]>> tenantStores() {
        return LoneTask.empty(
                Names.TENANT_FACTS, Names.TENANT_SNAPSHOT, Names.TENANT_ALERTS, Names.TENANT_DUE_TIMES, Names.RULES);
    }

    private static Map<String, Map<String, byte[]>> lifeStores() {
        return LoneTask.empty(Names.ALERT_LIVES_STORE, Names.LIFE_TIMES, Names.LIFE_NOTES);
    }

    private static List<Record<Subject, Arrival>> events(int first, int last) {
        return IntStream.range(first, last)
                .mapToObj(RevivedTaskTest::event)
                .map(event -> record(event.subject(), (Arrival) new Arrival.Published(
                        event,
                        new Origin(
                                "events",
                                0,
                                0,
                                START.toEpochMilli(),
                                "hr",
                                new byte[0],
                                new byte[0],
                                new RecordHeaders()))))
                .toList();
    }

    private static Event event(int number) {
        return EventJson.read(("{\"eventType\":\"RECORDED\",\"eventId\":\"E%d\",\"tenantId\":\"T\",\"caseId\":\"C%d\","
                        + "\"allegationId\":\"A%d\",\"officerId\":\"O%d\",\"unit\":\"u1\",\"category\":\"HARASSMENT\","
                        + "\"recordedAt\":\"2025-12-0%dT09:00:00Z\"}")
                .formatted(number, number, number, number % 3, number + 1));
    }

    private List<Record<Subject, Arrival>> contributed(int first, int last) {
        return new LoneTask<>(officers().make(), officerStores(), START)
                .take(events(first, last)).sent().stream()
                        .map(Record::value)
                        .filter(IndexedRecord.class::isInstance)
                        .map(IndexedRecord.class::cast)
                        .filter(value -> value.getSchema().getField("factKey") != null)
                        .map(value -> record(Subject.ofTenant("T"), (Arrival) new Arrival.Contributed(
                                contributions.read(value),
                                ContributionAvro.knownAt(value),
                                contributions.stored(value))))
                        .toList();
    }

    /** Alerts of the first officers, and what a reviewer does with each. */
    private List<Record<Subject, LifeInput>> lifeInputs(int first, int last) {
        List<Record<Subject, LifeInput>> inputs = new ArrayList<>();
        new LoneTask<>(officers().make(), officerStores(), START)
                .take(events(0, 6)).sent().stream()
                        .filter(record -> record.value() instanceof LifeInput.AlertTransitions)
                        .forEach(record -> {
                            Subject home = (Subject) record.key();
                            LifeInput.AlertTransitions told = (LifeInput.AlertTransitions) record.value();
                            inputs.add(record(home, told));
                            inputs.add(record(
                                    home,
                                    new LifeInput.Reviewed(Reviewing.acknowledgement(
                                            told.alerts().get(0), home.id(), START))));
                        });
        return inputs.subList(first, last);
    }

    private static <V> Record<Subject, V> record(Subject key, V value) {
        return new Record<>(key, value, START.toEpochMilli());
    }
}
