package org.misconductmonitor.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.misconductmonitor.alert.Alert.Transition.RAISED;
import static org.misconductmonitor.alert.Alert.Transition.RESOLVED;
import static org.misconductmonitor.alert.Alert.Transition.UPDATED;
import static org.misconductmonitor.alert.Alert.Transition.WITHDRAWN;
import static org.misconductmonitor.alert.Lives.START;
import static org.misconductmonitor.alert.Lives.alert;
import static org.misconductmonitor.alert.ReviewAction.Kind.ACKNOWLEDGE;
import static org.misconductmonitor.alert.ReviewAction.Kind.ASSIGN;
import static org.misconductmonitor.alert.ReviewAction.Kind.CLOSE;
import static org.misconductmonitor.alert.ReviewAction.Kind.COMMENT;
import static org.misconductmonitor.alert.ReviewAction.Kind.REOPEN;
import static org.misconductmonitor.alert.ReviewAction.Kind.SNOOZE;
import static org.misconductmonitor.alert.ReviewAction.Kind.START_REVIEW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of an alert, one promise a test. */
class AlertLivesTest {
    private final AlertLives lives = Lives.none();
    private final List<String> published = new ArrayList<>();

    @Test
    void shouldBeginNewAndSayWhoHasIt() {
        facts(START, alert("a", 0, RAISED, "C1"));
        assertThat(act(START, Lives.action(ASSIGN, "a", 1).words("R7"))).isEqualTo("APPLIED 2 NEW");
        assertThat(act(START, Lives.action(ACKNOWLEDGE, "a", 2).id("2"))).isEqualTo("APPLIED 3 ACKNOWLEDGED");

        assertThat(published)
                .containsExactly("a1 RAISED NEW", "a2 UPDATED NEW REVIEW", "a3 UPDATED ACKNOWLEDGED REVIEW");
        assertThat(lives.get("a").life().owner()).isEqualTo("R7");
    }

    @Test
    void shouldRefuseWhoeverActsOnWhatAnotherReviewerOrTheFactsHaveChanged() {
        facts(START, alert("a", 0, RAISED, "C1"));
        assertThat(act(START, Lives.action(ACKNOWLEDGE, "a", 1).id("1"))).isEqualTo("APPLIED 2 ACKNOWLEDGED");

        assertThat(act(START, Lives.action(START_REVIEW, "a", 1).id("2"))).isEqualTo("REFUSED CONFLICT 2 ACKNOWLEDGED");
        facts(START, alert("a", 0, UPDATED, "C1", "C2"));
        assertThat(act(START, Lives.action(START_REVIEW, "a", 2).id("3"))).isEqualTo("REFUSED CONFLICT 3 ACKNOWLEDGED");
        assertThat(act(START, Lives.action(START_REVIEW, "a", 4).id("4"))).isEqualTo("REFUSED CONFLICT 3 ACKNOWLEDGED");
        assertThat(act(START, Lives.action(START_REVIEW, "a", 3).id("5"))).isEqualTo("APPLIED 4 UNDER_REVIEW");
    }

    @Test
    void shouldTakeWordsAboutAnyRevisionAndNotLetThemStandInAnothersWay() {
        facts(START, alert("a", 0, RAISED, "C1"), alert("a", 0, UPDATED, "C1", "C2"));

        assertThat(act(START, Lives.action(COMMENT, "a", 1).words("known to us").id("1")))
                .isEqualTo("APPLIED 3 NEW");
        assertThat(act(START, Lives.action(ACKNOWLEDGE, "a", 2).id("2"))).isEqualTo("APPLIED 4 ACKNOWLEDGED");
    }

    @Test
    void shouldDoNothingTheSecondTime() {
        facts(START, alert("a", 0, RAISED, "C1"));
        act(START, Lives.action(CLOSE, "a", 1).id("incomplete"));
        act(START, Lives.action(ACKNOWLEDGE, "a", 1).id("1"));

        assertThat(act(START, Lives.action(ACKNOWLEDGE, "a", 1).id("1"))).isEqualTo("DUPLICATE 2 ACKNOWLEDGED");
        assertThat(act(START, Lives.action(ACKNOWLEDGE, "a", 2).id("incomplete")))
                .isEqualTo("DUPLICATE 2 ACKNOWLEDGED");
        assertThat(published).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTION_TAKEN", "NO_ACTION_NEEDED", "FALSE_POSITIVE"})
    void shouldAskForAReasonToClose(LifeState outcome) {
        facts(START, alert("a", 0, RAISED, "C1"));

        assertThat(act(
                        START,
                        Lives.action(CLOSE, "a", 1).outcome(outcome).reason(" ").id("1")))
                .isEqualTo("REFUSED INCOMPLETE 1 NEW");
        assertThat(act(START, Lives.action(CLOSE, "a", 1).reason("seen").id("2")))
                .isEqualTo("REFUSED INCOMPLETE 1 NEW");
        assertThat(act(
                        START,
                        Lives.action(CLOSE, "a", 1)
                                .outcome(outcome)
                                .reason("seen")
                                .id("3")))
                .isEqualTo("APPLIED 2 " + outcome);
    }

    @Test
    void shouldStayClosedUntilANewCaseRaisesIt() {
        facts(START, alert("a", 0, RAISED, "C1", "C2"));
        act(START, close("a", 1, LifeState.ACTION_TAKEN));

        facts(START, alert("a", 0, UPDATED, "C2"), alert("a", 0, UPDATED, "C1", "C2"));
        facts(START, alert("a", 0, WITHDRAWN, "C1", "C2"), alert("a", 0, RAISED, "C1"));
        facts(START, alert("a", 0, UPDATED, "C1", "C3"));

        assertThat(published)
                .containsExactly(
                        "a1 RAISED NEW",
                        "a2 UPDATED ACTION_TAKEN REVIEW",
                        "a3 UPDATED ACTION_TAKEN CLOSED",
                        "a4 UPDATED ACTION_TAKEN CLOSED",
                        "a5 WITHDRAWN ACTION_TAKEN CLOSED",
                        "a6 RAISED ACTION_TAKEN CLOSED",
                        "a7 UPDATED NEW");
    }

    @Test
    void shouldLetAReviewerReopenOnlyWhatReviewersClosed() {
        facts(START, alert("a", 0, RAISED, "C1"), alert("b", 0, RAISED, "C2"));
        act(START, close("a", 1, LifeState.FALSE_POSITIVE));
        facts(START, alert("b", 0, RESOLVED, "C2"));

        assertThat(act(START, Lives.action(REOPEN, "a", 2).id("2"))).isEqualTo("APPLIED 3 UNDER_REVIEW");
        assertThat(act(START, Lives.action(REOPEN, "b", 2).id("2"))).isEqualTo("REFUSED NOT_ALLOWED 2 RESOLVED");
        assertThat(lives.get("a").life().falsePositives()).isZero();
    }

    @Test
    void shouldEscalateOnWorkingDaysUntilSomebodyActs() {
        facts(START, alert("a", 0, RAISED, "C1"));

        time("2026-03-09T23:59:59Z");
        assertThat(published).hasSize(1);
        time("2026-03-10T00:00:00Z");
        time("2026-03-17T00:00:00Z");
        time("2027-01-01T00:00:00Z");

        assertThat(published).containsExactly("a1 RAISED NEW", "a2 UPDATED NEW AMBER", "a3 UPDATED NEW RED");
        assertThat(act(START, Lives.action(ACKNOWLEDGE, "a", 1))).isEqualTo("APPLIED 4 ACKNOWLEDGED");
        assertThat(lives.get("a").life().watch().escalation()).isEqualTo(Escalation.NONE);
    }

    @Test
    void shouldEscalateBeforeWhatComesLater() {
        facts(START, alert("a", 0, RAISED, "C1"));

        act(Instant.parse("2026-03-20T00:00:00Z"), Lives.action(ACKNOWLEDGE, "a", 1));

        assertThat(published)
                .containsExactly(
                        "a1 RAISED NEW",
                        "a2 UPDATED NEW AMBER",
                        "a3 UPDATED NEW RED",
                        "a4 UPDATED ACKNOWLEDGED REVIEW");
    }

    @Test
    void shouldWakeToWhatItWasAndBeginToWaitAgain() {
        facts(START, alert("a", 0, RAISED, "C1"));
        Instant end = START.plus(Duration.ofDays(30));
        assertThat(act(START, Lives.action(SNOOZE, "a", 1).reason("on leave").until(START)))
                .isEqualTo("REFUSED INCOMPLETE 1 NEW");
        act(START, Lives.action(SNOOZE, "a", 1).reason("on leave").until(end).id("2"));
        facts(START, alert("a", 0, UPDATED, "C1", "C2"));

        time(end.minusNanos(1).toString());
        time(end.toString());
        time("2026-04-11T00:00:00Z");

        assertThat(published)
                .containsExactly(
                        "a1 RAISED NEW",
                        "a2 UPDATED SNOOZED REVIEW",
                        "a3 UPDATED SNOOZED SNOOZED",
                        "a4 UPDATED NEW",
                        "a5 UPDATED NEW AMBER");
    }

    @Test
    void shouldMuteLowerLevelsWhileAHigherOneIsOpen() {
        facts(START, alert("a", 0, RAISED, "C1"));
        facts(START, alert("r", 1, RAISED, "C1", "C2"));
        time("2026-03-17T00:00:00Z");
        facts(START, alert("r", 1, WITHDRAWN, "C1", "C2"));

        assertThat(published)
                .containsExactly(
                        "a1 RAISED NEW",
                        "r1 RAISED NEW",
                        "a2 UPDATED NEW HIGHER_LEVEL",
                        "r2 UPDATED NEW AMBER",
                        "r3 UPDATED NEW RED",
                        "r4 WITHDRAWN WITHDRAWN",
                        "a3 UPDATED NEW");
    }

    @Test
    void shouldRaiseTwoLevelsAtOnceWithTheLowerOneMuted() {
        facts(START, alert("a", 0, RAISED, "C1"), alert("r", 1, RAISED, "C1"));

        assertThat(published).containsExactly("a1 RAISED NEW HIGHER_LEVEL", "r1 RAISED NEW");
    }

    @Test
    void shouldKeepMutedWhatWasDecidedWithTheHigherLevel() {
        facts(START, alert("a", 0, RAISED, "C1"), alert("b", 0, RAISED, "C3"), alert("r", 1, RAISED, "C1", "C2"));

        act(START, close("r", 1, LifeState.NO_ACTION_NEEDED));

        assertThat(lives.get("a").life().mutedBy()).isEqualTo("RED");
        assertThat(lives.get("b").life().mutedBy()).isNull();
        assertThat(published).endsWith("r2 UPDATED NO_ACTION_NEEDED REVIEW", "b2 UPDATED NEW");
    }

    @Test
    void shouldNotFallSilentForACovertAlertThatFewMayKnowOf() {
        facts(
                START,
                alert("a", 0, RAISED, "C1"),
                Lives.handled(alert("r", 1, RAISED, "C1", "C2"), Handling.COVERT),
                Lives.handled(alert("b", 0, RAISED, "C2"), Handling.COVERT));

        assertThat(lives.get("a").life().mutedBy()).isNull();
        assertThat(lives.get("b").life().mutedBy()).isEqualTo("RED");
        time("2027-01-01T00:00:00Z");
        assertThat(published)
                .contains("a1 RAISED NEW")
                .anyMatch(line -> line.startsWith("a") && line.contains("AMBER"));
        facts(Instant.parse("2027-01-02T00:00:00Z"), Lives.handled(alert("r", 1, UPDATED, "C1", "C2"), Handling.OPEN));
        assertThat(lives.get("a").life().mutedBy()).isEqualTo("RED");
    }

    @Test
    void shouldNeitherTellNorEscalateWhatIsBeingTriedOut() {
        facts(START, alert("a", 0, RAISED, true, "C1"));
        time("2027-01-01T00:00:00Z");

        assertThat(published).containsExactly("a1 RAISED NEW SHADOW");
    }

    @Test
    void shouldNoteTheThirdFalsePositiveOfARuleAndSubject() {
        for (String id : List.of("a", "b", "c")) {
            facts(START, alert(id, 0, RAISED, "C" + id));
            act(START, close(id, 1, LifeState.FALSE_POSITIVE));
        }

        assertThat(published).endsWith("c2 UPDATED FALSE_POSITIVE AMBER REVIEW").doesNotContain("b2 UPDATED AMBER");
        assertThat(lives.get("c").life().watch().reason())
                .isEqualTo("the rule was closed as a false positive 3 times for this subject");
    }

    @Test
    void shouldTellTheActionsOfAnEarlierComputationFromEachOtherAlone() {
        facts(START, alert("a", 0, RAISED, "C1"), alert("a", 0, UPDATED, "C1", "C2"));

        assertThat(remembered(Lives.action(ACKNOWLEDGE, "a", 7).id("1"))).isEqualTo("APPLIED");
        assertThat(remembered(close("a", 7, LifeState.ACTION_TAKEN).id("2"))).isEqualTo("REFUSED");
        assertThat(remembered(close("a", 8, LifeState.FALSE_POSITIVE).id("3"))).isEqualTo("APPLIED");
    }

    @Test
    void shouldGoOnFromWhatWasPublished() {
        facts(START, alert("a", 0, RAISED, "C1"));
        AlertLives later = new AlertLives(Lives.POLICY, lives.latest());

        assertThat(later.advance(Instant.parse("2026-03-10T00:00:00Z")))
                .extracting(Alert::revision)
                .containsExactly(2);
    }

    private static Lives.Draft close(String id, int revision, LifeState outcome) {
        return Lives.action(CLOSE, id, revision).outcome(outcome).reason("looked into");
    }

    private void facts(Instant at, Alert... transitions) {
        lives.take(List.of(transitions), at).forEach(this::note);
    }

    private void time(String now) {
        lives.advance(Instant.parse(now)).forEach(this::note);
    }

    private String act(Instant at, Lives.Draft draft) {
        AlertLives.Review review = lives.act(draft.done(), false, at);
        review.revisions().forEach(this::note);
        ReviewOutcome outcome = review.outcome();
        return outcome.result()
                + (outcome.refusal() == null ? "" : " " + outcome.refusal().reason()) + " " + outcome.revision() + " "
                + outcome.state();
    }

    private String remembered(Lives.Draft draft) {
        return lives.act(draft.done(), true, START).outcome().result().toString();
    }

    private void note(Alert alert) {
        Escalation escalation = alert.life().watch().escalation();
        published.add(alert.alertId() + alert.revision() + " " + alert.transition() + " "
                + alert.life().state()
                + (escalation == Escalation.NONE ? "" : " " + escalation)
                + (alert.notice().quiet() == null ? "" : " " + alert.notice().quiet()));
    }
}
