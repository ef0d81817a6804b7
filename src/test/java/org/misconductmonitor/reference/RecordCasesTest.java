package org.misconductmonitor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.misconductmonitor.reference.Facts.day;
import static org.misconductmonitor.reference.Facts.event;
import static org.misconductmonitor.reference.Facts.everyAllegation;
import static org.misconductmonitor.reference.Facts.recorded;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** What a record says, by hand: which facts count, and for whom. */
class RecordCasesTest {
    private final Event first = recorded("1", "x", 1, Field.CASE_ID, "c1");
    private final Event second = recorded("2", "x", 2, Field.CASE_ID, "c2");

    @Test
    void shouldTakeTheHighestRevisionWheneverItArrives() {
        Event draft = recorded("1", "x", 1, Field.REVISION, 2, Field.RECORD_STATE, "DRAFT");

        assertThat(counted(first, draft)).isEmpty();
        assertThat(counted(draft, first)).isEmpty();
    }

    @Test
    void shouldTakeTheGreaterOfEqualRevisionsThatDiffer() {
        Event greater = recorded("1", "x", 1, Field.CASE_ID, "c9", Field.ALLEGATION_ID, "a9");

        assertThat(counted(first, greater)).isEqualTo("x:1@c9");
        assertThat(counted(greater, first)).isEqualTo("x:1@c9");
    }

    @Test
    void shouldLeaveTheLatestOfAChainOfCorrectionsAlone() {
        Event middle = recorded("3", "x", 1, Field.SUPERSEDES, "1");
        Event last = recorded("4", "x", 1, Field.SUPERSEDES, "3");

        assertThat(counted(last, first, middle)).isEqualTo("x:4");
    }

    @Test
    void shouldNotSupersedeItself() {
        assertThat(counted(recorded("1", "x", 1, Field.SUPERSEDES, "1"))).isEqualTo("x:1");
    }

    @Test
    void shouldDropWithdrawnAllegationAndCountItAgainWhenRestored() {
        Event withdrawn = life(EventType.WITHDRAWN, "8", 0, Field.ALLEGATION_ID, "a1");
        Event restored = life(EventType.RESTORED, "9", 5, Field.CASE_ID, "c1");

        assertThat(counted(first, second, withdrawn)).isEqualTo("x:2@c2");
        assertThat(counted(first, second, restored, withdrawn)).isEqualTo("x:1@c1 x:2@c2");
    }

    @Test
    void shouldDropEveryAllegationOfRestrictedCase() {
        assertThat(counted(first, second, life(EventType.RESTRICTED, "8", 9, Field.CASE_ID, "c2")))
                .isEqualTo("x:1@c1");
    }

    @Test
    void shouldOrderByTheAmendedTime() {
        Event amended = life(EventType.AMENDED, "8", 9, Field.ALLEGATION_ID, "a1", Field.RECORDED_AT, day(3));

        assertThat(counted(first, second, amended)).isEqualTo("x:2@c2 x:1@c1");
    }

    @Test
    void shouldAmendTheCaseButGoByThePublishedOne() {
        Event amended = life(EventType.AMENDED, "8", 1, Field.ALLEGATION_ID, "a1", Field.CASE_ID, "c2");
        Event withdrawn = life(EventType.WITHDRAWN, "9", 2, Field.CASE_ID, "c2");

        assertThat(counted(first, second, amended, withdrawn)).isEqualTo("x:1@c2");
    }

    @Test
    void shouldNotCountWitnesses() {
        assertThat(counted(first, recorded("3", "x", 1, Field.SUBJECT_ROLE, "WITNESS")))
                .isEqualTo("x:1@c1");
    }

    @Test
    void shouldHandOverReassignedAllegationWithAllThatWasSaidOfIt() {
        Event amended = life(EventType.AMENDED, "8", 1, Field.ALLEGATION_ID, "a1", Field.CASE_ID, "c7");

        assertThat(counted(first, second, amended, moved("9", "x", 3, "y"))).isEqualTo("x:2@c2 y:1@c7");
    }

    @Test
    void shouldTravelForwardInTimeOnly() {
        assertThat(counted(first, moved("8", "x", 3, "y"), moved("9", "y", 4, "x")))
                .isEqualTo("x:1@c1");
        assertThat(counted(first, moved("8", "x", 3, "y"), moved("9", "y", 2, "z")))
                .isEqualTo("y:1@c1");
    }

    @Test
    void shouldStayWhenTheLatestReassignmentNamesThisOfficer() {
        assertThat(counted(first, moved("8", "x", 3, "y"), moved("9", "x", 4, "x")))
                .isEqualTo("x:1@c1");
    }

    @Test
    void shouldSupersedeAtEveryStopWhatIsPublishedThere() {
        Event correction = recorded("5", "y", 6, Field.SUPERSEDES, "1");

        assertThat(counted(first, moved("8", "x", 3, "y"), correction)).isEqualTo("y:5");
        assertThat(counted(first, moved("8", "x", 3, "y"), moved("9", "y", 4, "z"), correction))
                .isEqualTo("y:5");
    }

    @Test
    void shouldSupersedeWhereItComesToRest() {
        Event correction = recorded("5", "y", 6, Field.SUPERSEDES, "1", Field.ALLEGATION_ID, "a5");
        Event moved =
                event(EventType.REASSIGNED, "9", "y", day(9), Field.ALLEGATION_ID, "a5", Field.TO_OFFICER_ID, "x");

        assertThat(counted(first, correction, moved)).isEqualTo("x:5");
    }

    @Test
    void shouldCountOneFactPublishedUnderTwoOfficersOnceWhereBothComeToRest() {
        assertThat(counted(first, recorded("1", "y", 1), moved("8", "x", 3, "y")))
                .isEqualTo("y:1");
    }

    private static Event life(EventType type, String id, long day, Object... more) {
        return event(type, id, "x", day(day), more);
    }

    private static Event moved(String id, String from, long day, String to) {
        return event(EventType.REASSIGNED, id, from, day(day), Field.ALLEGATION_ID, "a1", Field.TO_OFFICER_ID, to);
    }

    /** Evidence of the last alert of each officer: officer, eventId and case. */
    private static String counted(Event... received) {
        return Reference.standing(List.of(received), everyAllegation("P3650D", 1, 2, 3)).stream()
                .collect(
                        Collectors.toMap(StandingAlert::subjectId, alert -> alert, (a, b) -> b, java.util.TreeMap::new))
                .values()
                .stream()
                .flatMap(RecordCasesTest::evidence)
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> evidence(StandingAlert alert) {
        return alert.evidence().stream()
                .map(fact ->
                        alert.subjectId() + ":" + fact.eventId() + (fact.caseId() == null ? "" : "@" + fact.caseId()));
    }
}
