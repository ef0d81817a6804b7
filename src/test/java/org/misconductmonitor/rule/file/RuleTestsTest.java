package org.misconductmonitor.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

class RuleTestsTest {
    private static final String RULE = """
            id: a
            title: A
            kind: threshold
            window: P1Y
            levels: [{ level: AMBER, at: 2 }, { level: RED, at: 3 }]
            tests:
              - name: a test
            """;

    private static RuleDocument read(String test) {
        return RuleFiles.read(List.of(new RuleText("a.yaml", RULE + test.indent(4))))
                .documents()
                .get(0);
    }

    private static List<String> differences(String test, RuleTests.Engine engine) {
        RuleDocument document = read(test);
        return RuleTests.run(document.rule(), document.tests(), engine).get(0).differences();
    }

    @Test
    void shouldFillInWhatAShortTestLeavesOut() {
        RuleTest test = read("""
                        events:
                          - { recordedAt: 2020-01-01 }
                          - { at: 2020-01-02T10:00:00Z, caseId: c, officerId: o, eventId: x, revision: 2 }
                          - { eventType: WITHDRAWN, allegationId: e1, at: 2020-01-03 }
                        alerts: []
                        after:
                          - events: [{ recordedAt: 2019-01-01 }]
                            alerts: []
                          - events: [{ recordedAt: 2019-01-01 }]
                            alerts: []
                            now: 2024-01-01
                        """).tests().get(0);
        List<Event> events = test.steps().get(0).events();
        assertThat(events)
                .extracting(event -> event.type() + " " + event.eventId() + " " + event.revision() + " "
                        + event.officerId() + " " + event.caseId() + " " + event.allegationId() + " " + event.at())
                .containsExactly(
                        "RECORDED e1 1 officer e1 e1 2020-01-01T00:00:00Z",
                        "RECORDED x 2 o c x 2020-01-02T10:00:00Z",
                        "WITHDRAWN e3 1 officer null e1 2020-01-03T00:00:00Z");
        assertThat(events.get(1).get(Field.AT)).isNull();
        assertThat(test.steps().get(1).events().get(0).eventId()).isEqualTo("e4");
        assertThat(test.steps())
                .extracting(RuleTest.Step::now)
                .containsExactly(
                        Instant.parse("2020-01-03T00:00:00Z"),
                        Instant.parse("2020-01-03T00:00:00Z"),
                        Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    void shouldTellMissingAndUnexpectedAlerts() {
        assertThat(differences("""
                        events: [{ recordedAt: 2020-01-01 }, { recordedAt: 2020-02-01 }]
                        alerts: [{ level: RED, firedAt: 2020-02-01 }, { level: RED, firedAt: 2020-02-01, officerId: o }]
                        """, new RealEngine()))
                .containsExactly(
                        "missing: RED at 2020-02-01",
                        "missing: RED of o at 2020-02-01",
                        "not expected: AMBER at 2020-02-01, count 2, evidence [e1, e2]");
    }

    @Test
    void shouldTellHowAnAlertDiffers() {
        assertThat(differences("""
                        events: [{ recordedAt: 2020-01-01 }, { recordedAt: 2020-02-01T10:00:00Z }]
                        alerts: [{ level: AMBER, firedAt: 2020-02-01, count: 3, evidence: [e1, e3] }]
                        """, new RealEngine()))
                .containsExactly("AMBER at 2020-02-01: fired at 2020-02-01T10:00:00Z; count is 2, expected 3;"
                        + " evidence is [e1, e2], expected [e1, e3]");
    }

    @Test
    void shouldSayAfterWhichStep() {
        assertThat(differences("""
                        events: [{ recordedAt: 2020-01-01 }]
                        alerts: []
                        after:
                          - { events: [{ recordedAt: 2020-02-01 }], alerts: [] }
                          - { events: [{ eventType: WITHDRAWN, allegationId: e1, at: 2020-03-01 }], alerts: [] }
                        """, new RealEngine()))
                .containsExactly("after step 1: not expected: AMBER at 2020-02-01, count 2, evidence [e1, e2]");
    }

    @Test
    void shouldGiveTheEngineAllThatHasArrivedAndTheTime() {
        List<String> asked = new ArrayList<>();
        differences("""
                events: [{ recordedAt: 2020-02-01 }, { recordedAt: 2020-01-01 }]
                alerts: []
                after: [{ events: [{ eventType: CASE_CLOSED, at: 2020-03-01 }], alerts: [], now: 2021-01-01 }]
                """, (rules, arrivals, now) -> {
            asked.add(arrivals + " " + now);
            assertThat(rules.rules()).hasSize(1);
            assertThat(arrivals.get(0).type()).isEqualTo(EventType.RECORDED);
            return List.of();
        });
        assertThat(asked)
                .containsExactly(
                        "[RECORDED e1 r1, RECORDED e2 r1] 2020-02-01T00:00:00Z",
                        "[RECORDED e1 r1, RECORDED e2 r1, CASE_CLOSED e3 r1] 2021-01-01T00:00:00Z");
    }
}
