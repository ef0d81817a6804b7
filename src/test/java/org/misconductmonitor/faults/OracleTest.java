package org.misconductmonitor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.ReviewOutcome;
import org.misconductmonitor.endtoend.Stories;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;

/** An oracle that accepts everything proves nothing: whatever a monitor may get wrong is noticed. */
class OracleTest {
    private static final RuleSet RULES =
            RuleFiles.load(List.of(Stories.ruleFile("every-allegation.yaml"))).rules();
    private static final List<Arrived> THERE = SmallMonitor.records();

    private final Said good = SmallMonitor.said(RULES, THERE, THERE);

    @Test
    void shouldAcceptAGoodMonitor() {
        assertThat(differences(good)).isEmpty();
        assertThat(good.revisions()).extracting(Alert::transition).contains(Alert.Transition.WITHDRAWN);
    }

    @Test
    void shouldNoticeARecordThatWasLost() {
        assertThat(kinds(processed(records -> records.remove(3))))
                .contains("standing alerts", "accounts", "statistics");
        assertThat(kinds(processed(records -> records.remove(records.size() - 1))))
                .containsExactly("accounts", "dead letters");
    }

    @Test
    void shouldNoticeARecordThatWasTakenTwice() {
        assertThat(kinds(processed(records -> records.add(4, records.get(3))))).containsExactly("accounts");
    }

    @Test
    void shouldNoticeRecordsThatWereTakenInAnotherOrder() {
        assertThat(kinds(processed(records -> records.add(8, records.remove(2)))))
                .containsExactly("accounts");
    }

    @Test
    void shouldNoticeARevisionThatIsLostOrDoubled() {
        assertThat(kinds(revisions(revisions -> revisions.remove(0)))).contains("numbers");
        assertThat(kinds(revisions(revisions -> revisions.add(1, revisions.get(0)))))
                .containsExactlyInAnyOrder("numbers", "transitions");
    }

    @Test
    void shouldNoticeWhatCannotFollow() {
        Alert withdrawn = good.revisions().stream()
                .filter(alert -> alert.revision() == 2 && alert.transition() == Alert.Transition.WITHDRAWN)
                .findFirst()
                .orElseThrow();
        assertThat(kinds(revisions(revisions -> revisions.removeIf(
                        alert -> alert.alertId().equals(withdrawn.alertId()) && alert.revision() == 1))))
                .contains("transitions");
    }

    @Test
    void shouldNoticeATableThatLagsBehind() {
        List<Alert> stale = good.standing().subList(1, good.standing().size());
        assertThat(kinds(said(good.revisions(), stale, good.outcomes(), good.deadLetters(), good.accounts())))
                .containsExactly("table of standing alerts");
    }

    @Test
    void shouldNoticeOutcomesThatAreMissingOrDoubled() {
        ReviewOutcome first = good.outcomes().get(0);
        assertThat(kinds(outcomes(List.of(first)))).contains("outcomes of actions");
        assertThat(kinds(outcomes(List.of(first, first, good.outcomes().get(1)))))
                .contains("outcomes of actions", "actions judged for the first time");
        ReviewOutcome applied = new ReviewOutcome(
                first.actionId(), first.alertId(), ReviewOutcome.Result.APPLIED, null, 1, first.state());
        assertThat(kinds(outcomes(List.of(applied, good.outcomes().get(1))))).containsExactly("revisions by actions");
    }

    @Test
    void shouldNoticeADeadLetterThatIsDoubled() {
        List<String> twice = new ArrayList<>(good.deadLetters());
        twice.addAll(good.deadLetters());
        assertThat(kinds(said(good.revisions(), good.standing(), good.outcomes(), twice, good.accounts())))
                .containsExactly("dead letters");
    }

    @Test
    void shouldNoticeAnAccountThatDoesNotAddUp() {
        Map<String, Account> wrong = new TreeMap<>(good.accounts());
        wrong.replaceAll((name, account) -> new Account(
                account.read(),
                account.accepted() + 1,
                account.duplicate(),
                account.superseded(),
                account.deadLettered(),
                account.chain()));
        assertThat(kinds(said(good.revisions(), good.standing(), good.outcomes(), good.deadLetters(), wrong)))
                .containsExactly("accounts");
    }

    private static Said processed(Consumer<List<Arrived>> fault) {
        List<Arrived> processed = new ArrayList<>(THERE);
        fault.accept(processed);
        return SmallMonitor.said(RULES, THERE, processed);
    }

    private Said revisions(Consumer<List<Alert>> fault) {
        List<Alert> revisions = new ArrayList<>(good.revisions());
        fault.accept(revisions);
        return said(revisions, good.standing(), good.outcomes(), good.deadLetters(), good.accounts());
    }

    private Said outcomes(List<ReviewOutcome> outcomes) {
        return said(good.revisions(), good.standing(), outcomes, good.deadLetters(), good.accounts());
    }

    private Said said(
            List<Alert> revisions,
            List<Alert> standing,
            List<ReviewOutcome> outcomes,
            List<String> deadLetters,
            Map<String, Account> accounts) {
        return new Said(
                good.input(), good.actions(), revisions, standing, outcomes, deadLetters, accounts, good.statistics());
    }

    private static List<String> kinds(Said said) {
        return differences(said).stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .distinct()
                .toList();
    }

    private static List<String> differences(Said said) {
        return Oracle.differences(said, RULES, Instant.now());
    }
}
