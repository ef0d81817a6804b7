package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** What is published, and what is not, as an officer's record changes. */
class AlertTransitionsTest {
    private static final RuleSet TWO_IN_A_YEAR =
            RuleFiles.read(List.of(new RuleText("two.yaml", """
                    id: two
                    title: Two in a year
                    kind: threshold
                    window: P365D
                    levels: [ { level: AMBER, at: 2 }, { level: RED, at: 3 } ]
                    """))).rules();

    private final Population population = new Population(TWO_IN_A_YEAR);
    private final List<Alert> published = new ArrayList<>();

    @Test
    void shouldRaiseEachLevelOnceAndKeepQuietWhileTheEpisodeLasts() {
        record("a1", "2020-01-01");
        record("a2", "2020-02-01");
        record("a3", "2020-03-01");
        record("a4", "2020-04-01");

        assertThat(published).extracting(Alert::transition).containsOnly(Alert.Transition.RAISED);
        assertThat(published).extracting(Alert::level).containsExactly("AMBER", "RED");
    }

    @Test
    void shouldUpdateUnderTheSameIdWhenALateFactMovesTheFiringTime() {
        record("a1", "2020-01-01");
        record("a3", "2020-03-01");
        record("a2", "2020-02-01");

        assertThat(published)
                .extracting(Alert::transition)
                .startsWith(Alert.Transition.RAISED, Alert.Transition.UPDATED);
        assertThat(published.get(1).alertId()).isEqualTo(published.get(0).alertId());
        assertThat(published.get(1).revision()).isEqualTo(2);
        assertThat(published.get(1).firedAt()).isEqualTo(Instant.parse("2020-02-01T00:00:00Z"));
        assertThat(published.get(1).reason()).contains("late").contains("r-a2");
        assertThat(published.get(2).level()).isEqualTo("RED");
    }

    @Test
    void shouldWithdrawWithTheReasonAndRaiseTheSameAlertAgainWhenRestored() {
        record("a1", "2020-01-01");
        record("a2", "2020-02-01");
        life("WITHDRAWN", "w1", "a1", "2020-05-01");
        life("RESTORED", "w2", "a1", "2020-06-01");

        assertThat(published)
                .extracting(Alert::transition)
                .containsExactly(Alert.Transition.RAISED, Alert.Transition.WITHDRAWN, Alert.Transition.RAISED);
        assertThat(published).extracting(Alert::revision).containsExactly(1, 2, 3);
        assertThat(published)
                .extracting(Alert::alertId)
                .containsOnly(published.get(0).alertId());
        assertThat(published.get(1).reason()).isEqualTo("allegation a1 was withdrawn (event w1)");
    }

    @Test
    void shouldChangeTheAlertsOfBothOfficersWhenAnAllegationIsReassigned() {
        record("a1", "2020-01-01");
        record("a2", "2020-02-01");
        take(Map.of(
                Field.EVENT_TYPE, "RECORDED",
                Field.EVENT_ID, "r-b1",
                Field.OFFICER_ID, "other",
                Field.CASE_ID, "c-b1",
                Field.ALLEGATION_ID, "b1",
                Field.RECORDED_AT, Instant.parse("2020-01-15T00:00:00Z")));
        take(Map.of(
                Field.EVENT_TYPE, "REASSIGNED",
                Field.EVENT_ID, "x1",
                Field.OFFICER_ID, "officer",
                Field.ALLEGATION_ID, "a2",
                Field.TO_OFFICER_ID, "other",
                Field.AT, Instant.parse("2020-06-01T00:00:00Z")));

        assertThat(published)
                .extracting(alert -> alert.transition() + " " + alert.subject().id())
                .containsExactly("RAISED officer", "WITHDRAWN officer", "RAISED other");
        assertThat(population.standing()).hasSize(1);
    }

    @Test
    void shouldSayNothingOfAFactThatChangesNoAlert() {
        record("a1", "2020-01-01");
        record("a2", "2020-02-01");
        published.clear();
        life("FINALISED", "f1", "a1", "2020-05-01");
        life("ACTION_LOGGED", "l1", "a1", "2020-05-02");

        assertThat(published).isEmpty();
    }

    @Test
    void shouldExplainInOnePlainSentence() {
        record("a1", "2020-01-01");
        record("a2", "2020-02-01");

        assertThat(published.get(0).explanation())
                .isEqualTo("Officer officer reached AMBER of \"Two in a year\" on 2020-02-01: 2 allegations within"
                        + " 365 days, the level asks for 2 (2020-01-01 FORCE a1; 2020-02-01 FORCE a2).");
    }

    private void record(String allegation, String day) {
        take(Map.of(
                Field.EVENT_TYPE,
                "RECORDED",
                Field.EVENT_ID,
                "r-" + allegation,
                Field.OFFICER_ID,
                "officer",
                Field.CASE_ID,
                "c-" + allegation,
                Field.ALLEGATION_ID,
                allegation,
                Field.GROUP,
                "FORCE",
                Field.RECORDED_AT,
                Instant.parse(day + "T00:00:00Z")));
    }

    private void life(String type, String eventId, String allegation, String day) {
        take(Map.of(
                Field.EVENT_TYPE, type,
                Field.EVENT_ID, eventId,
                Field.OFFICER_ID, "officer",
                Field.ALLEGATION_ID, allegation,
                Field.AT, Instant.parse(day + "T00:00:00Z")));
    }

    private void take(Map<Field, Object> fields) {
        Event event = EventBuilder.of(fields);
        published.addAll(population.accept(event, event.at()).alerts());
    }
}
