package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.misconductmonitor.alert.ReviewAction.Kind.ACKNOWLEDGE;
import static org.misconductmonitor.alert.ReviewAction.Kind.ATTACH_STATEMENT;
import static org.misconductmonitor.alert.ReviewAction.Kind.CLOSE;
import static org.misconductmonitor.alert.ReviewAction.Kind.SNOOZE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Escalation;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.event.EventJson;

/** Reviewers, time and facts on the running topology. */
class ReviewsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path stateDir;

    private Reviewing desk;

    @BeforeEach
    void start() {
        start(START);
    }

    private void start(Instant now) {
        desk = new Reviewing(stateDir, now);
    }

    @AfterEach
    void stop() {
        desk.topology().close();
    }

    @Test
    void shouldPublishWhatAReviewerDidAsTheNextRevision() {
        desk.recorded("O", 1, "2026-01-01");

        assertThat(desk.act(desk.action(desk.only(), 1, ACKNOWLEDGE))).isEqualTo("APPLIED");

        Alert alert = desk.only();
        assertThat(alert.revision()).isEqualTo(2);
        assertThat(alert.life().state()).isEqualTo(LifeState.ACKNOWLEDGED);
        assertThat(alert.notice().did()).isEqualTo(new Notice.Did("action1", ACKNOWLEDGE, "R1", "words"));
        assertThat(alert.evidence()).hasSize(1);
    }

    @Test
    void shouldTellTheSenderWhyAnActionWasRefused() {
        desk.recorded("O", 1, "2026-01-01");
        Alert alert = desk.only();
        desk.recorded("O", 2, "2025-12-01");
        ReviewAction unknown =
                new ReviewAction("x", "none", 1, "O", "T", ACKNOWLEDGE, null, null, null, null, null, null, "R", START);

        assertThat(desk.act(desk.action(alert, 1, CLOSE))).isEqualTo("REFUSED CONFLICT");
        assertThat(desk.act(unknown)).isEqualTo("REFUSED UNKNOWN_ALERT");
        assertThat(desk.latest().values())
                .noneMatch(after -> after.life().state().isClosed());
    }

    @Test
    void shouldDoNothingWhenAnActionIsSentAgain() {
        desk.recorded("O", 1, "2026-01-01");
        ReviewAction statement = desk.action(desk.only(), 1, ATTACH_STATEMENT);

        assertThat(desk.act(statement)).isEqualTo("APPLIED");
        assertThat(desk.act(statement)).isEqualTo("DUPLICATE");

        assertThat(desk.only().revision()).isEqualTo(2);
        assertThat(desk.only().life().statement()).isEqualTo("statement");
    }

    @Test
    void shouldEscalateThoughNothingArrives() {
        desk.recorded("O", 1, "2026-01-01");
        desk.read();

        desk.advance(Duration.ofDays(8));
        assertThat(desk.read())
                .extracting(alert ->
                        alert.life().watch().escalation() + " " + alert.notice().at())
                .containsExactly("AMBER 2026-03-10T00:00:00Z");

        desk.advance(Duration.ofDays(8));
        assertThat(desk.read())
                .extracting(alert -> alert.life().watch().escalation())
                .containsExactly(Escalation.RED);
    }

    @Test
    void shouldWakeWhatIsSnoozed() {
        desk.recorded("O", 1, "2026-01-01");
        desk.act(desk.action(desk.only(), 1, ACKNOWLEDGE));
        assertThat(desk.act(desk.action(desk.only(), 2, SNOOZE))).isEqualTo("APPLIED");
        assertThat(desk.only().life().state()).isEqualTo(LifeState.SNOOZED);

        desk.advance(Duration.ofDays(1));

        assertThat(desk.only().life().state()).isEqualTo(LifeState.ACKNOWLEDGED);
        assertThat(desk.only().notice().change()).isEqualTo(Notice.Change.SNOOZE_END);
    }

    @Test
    void shouldRaiseAClosedAlertOnlyForANewCase() {
        desk.recorded("O", 1, "2026-01-01");
        desk.act(desk.action(desk.only(), 1, CLOSE));
        desk.withdrawn("O", 1, "2026-02-01");
        assertThat(desk.only().life().state()).isEqualTo(LifeState.FALSE_POSITIVE);
        assertThat(desk.only().notice().quiet()).isEqualTo(Notice.Quiet.CLOSED);

        desk.recorded("O", 2, "2025-12-31");

        assertThat(desk.latest().values())
                .filteredOn(Alert::stands)
                .extracting(alert -> alert.life().state())
                .containsExactly(LifeState.NEW);
    }

    @Test
    void shouldPublishALowerLevelMutedWhenTheyComeTogether() {
        desk.recorded("O", 1, "2026-01-03");
        desk.recorded("O", 2, "2026-01-02");
        desk.read();

        desk.recorded("O", 3, "2026-01-01");

        assertThat(desk.latest().values().stream().filter(Alert::stands))
                .extracting(alert -> alert.level() + " " + alert.life().mutedBy())
                .containsExactlyInAnyOrder("AMBER RED", "RED null");
    }

    @Test
    void shouldTellOfAStormOnce() {
        for (int i = 0; i < 25; i++) {
            desk.recorded("O" + i, i, "2026-01-01");
        }

        List<Notice> notices = desk.read().stream().map(Alert::notice).toList();

        assertThat(notices).hasSize(25);
        assertThat(notices).filteredOn(Notice::tells).hasSize(21);
        assertThat(notices).filteredOn(Notice::storm).hasSize(1);
        assertThat(notices.get(20).storm()).isTrue();
        assertThat(notices)
                .filteredOn(notice -> notice.quiet() == Notice.Quiet.STORM)
                .hasSize(4);
    }

    @Test
    void shouldReadAnAcknowledgementThatLiesInTheLogBeforeItIsDue() {
        stop();
        start(START.plus(Duration.ofDays(30)));
        desk.topology().publish(EventJson.read(Reviewing.recordedJson("O", 1, "2026-01-01")), START);
        ReviewAction acknowledge = desk.action(desk.only(), 1, ACKNOWLEDGE);

        desk.advance(TaskClock.QUIET.minusSeconds(1));
        desk.topology().publish(acknowledge, START.plus(Duration.ofDays(7)));
        desk.advance(Duration.ofDays(30));

        assertThat(desk.read())
                .extracting(after ->
                        after.life().state() + " " + after.life().watch().escalation())
                .containsExactly("ACKNOWLEDGED NONE");
    }

    @Test
    void shouldTakeActionsOfAnEarlierComputationWhateverTheirNumbers() {
        stop();
        start(START.plus(Duration.ofDays(1)));
        desk.topology().publish(EventJson.read(Reviewing.recordedJson("O", 1, "2026-01-01")), START);
        Alert alert = desk.only();

        desk.topology().publish(desk.action(alert, 7, ACKNOWLEDGE), START.plusSeconds(1));
        desk.topology().publish(desk.action(alert, 7, CLOSE), START.plusSeconds(2));
        desk.topology().publish(desk.action(alert, 9, CLOSE), START.plusSeconds(3));

        assertThat(desk.outcomes()).containsExactly("APPLIED", "REFUSED CONFLICT", "APPLIED");
    }

    @Test
    void shouldMakeADeadLetterOfWhatIsNoAction() {
        desk.recorded("O", 1, "2026-01-01");
        ReviewAction action = desk.action(desk.only(), 1, ACKNOWLEDGE);

        desk.topology().publishReview("other", action);
        desk.topology().publishReview("O", new byte[] {1, 2});
        desk.topology().publishReview(null, action);

        assertThat(desk.topology().newDeadLetters())
                .extracting(letter -> new String(
                        letter.headers().lastHeader(DeadLetters.REASON).value(), StandardCharsets.UTF_8))
                .containsExactly("KEY_MISMATCH", "NOT_AVRO_FRAME", "NULL_KEY");
        assertThat(desk.outcomes()).isEmpty();
    }
}
