package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.engine.RecordView.Standing;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.CountingKey;

class RecordViewTest {
    private static final String RECORDED =
            "{'eventType':'RECORDED','eventId':'%1$s','officerId':'anna','caseId':'C%1$s','allegationId':'L%1$s','group':'SEXUAL','recordedAt':'%2$sT00:00:00Z'%3$s}";

    @Test
    void shouldSayWhatBecomesOfEachFact() {
        RecordView view = view(
                RECORDED.formatted("1", "2020-01-01", ""),
                RECORDED.formatted("2", "2020-02-01", ",'supersedes':'1'"),
                RECORDED.formatted("3", "2020-03-01", ",'recordState':'DRAFT'"),
                RECORDED.formatted("4", "2020-04-01", ",'subjectRole':'WITNESS'"),
                RECORDED.formatted("5", "2020-05-01", ""),
                "{'eventType':'REASSIGNED','eventId':'6','officerId':'anna','allegationId':'L5','toOfficerId':'bert','at':'2021-01-01T00:00:00Z'}",
                "{'eventType':'AMENDED','eventId':'7','officerId':'anna','caseId':'C2','allegationId':'L2','group':'DOMESTIC','at':'2021-02-01T00:00:00Z'}");

        Map<String, Standing> standings = view.facts().stream()
                .collect(Collectors.toMap(fact -> fact.event().eventId(), RecordView.Fact::standing));
        assertThat(standings)
                .isEqualTo(Map.of(
                        "1", Standing.SUPERSEDED,
                        "2", Standing.COUNTS,
                        "3", Standing.NOT_FINAL,
                        "4", Standing.NOT_ABOUT_CONDUCT,
                        "5", Standing.HANDED_OVER,
                        "6", Standing.COUNTS,
                        "7", Standing.COUNTS));
        assertThat(view.facts().get(1).seen().get(Field.GROUP)).isEqualTo("DOMESTIC");
        assertThat(view.facts()).extracting(RecordView.Fact::at).isSorted();
    }

    @Test
    void shouldCountWhatWasRecordedByPeriod() {
        RecordView view = view(
                RECORDED.formatted("1", "2020-01-31", ""),
                RECORDED.formatted("2", "2020-01-01", ",'category':'X'"),
                RECORDED.formatted("3", "2020-02-01", ",'recordState':'DRAFT'"),
                RECORDED.formatted("4", "2021-12-31", ""));

        assertThat(RecordCounts.of(view, Field.GROUP, CountingKey.ALLEGATIONS, RecordCounts.Period.MONTH, null, null))
                .containsExactly(
                        new RecordCounts.Row("2020-01", "SEXUAL", 2), new RecordCounts.Row("2021-12", "SEXUAL", 1));
        assertThat(RecordCounts.of(
                        view,
                        Field.CATEGORY,
                        CountingKey.CASES,
                        RecordCounts.Period.YEAR,
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.parse("2021-12-31T00:00:00Z")))
                .containsExactly(new RecordCounts.Row("2020", null, 1), new RecordCounts.Row("2020", "X", 1));
    }

    @Test
    void shouldTellMeasuresAndPostings() {
        RecordView view = view(
                "{'eventType':'JOINED','eventId':'1','officerId':'anna','force':'North','unit':'A','at':'2020-01-01T00:00:00Z'}",
                "{'eventType':'MEASURE_STARTED','eventId':'2','officerId':'anna','measure':'SUSPENSION','at':'2020-02-01T00:00:00Z'}",
                "{'eventType':'MEASURE_STARTED','eventId':'3','officerId':'anna','measure':'SUSPENSION','at':'2020-03-01T00:00:00Z'}",
                "{'eventType':'MEASURE_ENDED','eventId':'4','officerId':'anna','measure':'SUSPENSION','at':'2020-04-01T00:00:00Z'}",
                "{'eventType':'POSTED','eventId':'5','officerId':'anna','unit':'B','at':'2020-05-01T00:00:00Z'}",
                "{'eventType':'LEFT','eventId':'6','officerId':'anna','at':'2020-06-01T00:00:00Z'}");

        assertThat(Career.postings(view))
                .containsExactly(
                        new Career.Posting(day(1), day(5), Map.of(Field.FORCE, "North", Field.UNIT, "A")),
                        new Career.Posting(day(5), day(6), Map.of(Field.FORCE, "North", Field.UNIT, "B")));
        assertThat(Career.measures(view)).containsExactly(new Career.Measure("SUSPENSION", day(2), day(4)));
        assertThat(Career.clearance(view)).isNull();
    }

    private static Instant day(int month) {
        return Instant.parse("2020-0" + month + "-01T00:00:00Z");
    }

    private static RecordView view(String... events) {
        List<StoredFact> facts = Arrays.stream(events)
                .map(json -> StoredFact.of(EventJson.read(json.replace('\'', '"'))))
                .toList();
        return RecordView.of(Subject.ofOfficer("anna"), facts);
    }
}
