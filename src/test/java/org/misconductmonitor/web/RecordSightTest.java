package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.engine.RecordView;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.reference.RandomStreams;

class RecordSightTest {
    private static final Subject OFFICER = Subject.ofOfficer("o1");
    private static final Caller REVIEWER = new Caller("r", Set.of(Role.REVIEWER), Reach.EVERYTHING);
    private static final Caller ANALYST = new Caller("a", Set.of(Role.ANALYST), Reach.EVERYTHING);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldShowARecordAsIfItsCovertFactsHadNeverBeenPublished(long seed) {
        RecordView whole = RecordView.of(OFFICER, marked(seed));
        List<StoredFact> others = whole.facts().stream()
                .filter(fact -> fact.handling() != Handling.COVERT)
                .map(RecordView.Fact::stored)
                .toList();

        assertThat(others.size()).isLessThan(whole.facts().size());
        for (Caller caller : List.of(REVIEWER, ANALYST)) {
            RecordSight seen = RecordSight.of(caller, whole);
            RecordSight expected = RecordSight.of(caller, RecordView.of(OFFICER, others));
            assertThat(written(seen)).isEqualTo(written(expected));
            assertThat(seen.confidential()).isEqualTo(expected.confidential());
        }
        assertThat(RecordSight.of(Caller.LOCAL, whole).view().facts()).hasSameSizeAs(whole.facts());
    }

    @Test
    void shouldOnlySayInWhichMonthConfidentialFactsAre() {
        RecordView whole = RecordView.of(
                OFFICER,
                List.of(
                        fact("RECORDED", "e1", "2024-03-05T10:00:00Z", "OPEN", ""),
                        fact("FINALISED", "e2", "2024-05-09T10:00:00Z", "CONFIDENTIAL", ",\"finding\":\"SUSTAINED\"")));

        RecordSight seen = RecordSight.of(ANALYST, whole);

        assertThat(seen.confidential()).isEqualTo(Map.of(YearMonth.of(2024, 5), 1));
        assertThat(written(seen).toString()).contains("e1").doesNotContain("e2", "SUSTAINED");
        assertThat(written(RecordSight.of(REVIEWER, whole)).toString()).contains("e2", "SUSTAINED");
    }

    @Test
    void shouldTakeForCovertWhatSpeaksOfACovertMatterAndWhatItDoesNotKnow() {
        RecordView whole = RecordView.of(
                OFFICER,
                List.of(
                        fact("RECORDED", "e1", "2024-03-05T10:00:00Z", "COVERT", ""),
                        fact("FINALISED", "e2", "2024-05-09T10:00:00Z", null, ",\"finding\":\"SUSTAINED\"")));

        assertThat(RecordSight.of(REVIEWER, whole).isEmpty()).isTrue();
        assertThat(Handling.of("TOP_SECRET")).isEqualTo(Handling.COVERT);
    }

    private static List<StoredFact> marked(long seed) {
        Random random = new Random(seed);
        return RandomStreams.scenario(seed).events().stream()
                .map(event -> event.with(Map.of(Field.OFFICER_ID, OFFICER.id(), Field.HANDLING, word(random))))
                .map(StoredFact::of)
                .toList();
    }

    private static String word(Random random) {
        return List.of("OPEN", "OPEN", "CONFIDENTIAL", "COVERT").get(random.nextInt(4));
    }

    private static StoredFact fact(String type, String id, String at, String handling, String more) {
        String time = type.equals("RECORDED") ? "recordedAt" : "at";
        String handled = handling == null ? "" : ",\"handling\":\"" + handling + "\"";
        Event event = EventJson.read("""
                {"eventType":"%s","eventId":"%s","officerId":"o1","caseId":"c","allegationId":"a","%s":"%s"%s%s}""".formatted(type, id, time, at, handled, more));
        return StoredFact.of(event);
    }

    private static List<ObjectNode> written(RecordSight sight) {
        return sight.view().facts().stream().map(FactJson::write).toList();
    }
}
