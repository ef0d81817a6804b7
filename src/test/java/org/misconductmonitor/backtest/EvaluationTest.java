package org.misconductmonitor.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.rule.RuleSet;

/** Figures worked out by hand. */
class EvaluationTest {
    private static final RuleSet RULES =
            Story.rules(Story.threshold("cases", 2, 3), Story.threshold("many", 3, 9), """
                    id: never
                    title: Never met
                    kind: threshold
                    status: shadow
                    window: P1Y
                    levels: [{ level: RED, at: 99 }]
                    """);

    /**
     * o1: c1 sustained, c2 not sustained, c3 open. AMBER of "cases" at c2 (2020-03-01), RED at c3 (2020-05-01), AMBER of
     * "many" at c3. o2: d1 and d2 sustained, d1 before anything was raised; AMBER at d2 (2021-02-01). o3: e1 unfounded.
     */
    private static Story story() {
        return new Story()
                .recorded("o1", "c1", "2020-01-01")
                .recorded("o1", "c2", "2020-03-01")
                .recorded("o1", "c3", "2020-05-01")
                .finalised("o1", "c1", "2020-06-01", "SUSTAINED")
                .finalised("o1", "c2", "2020-03-31", "NOT_SUSTAINED")
                .recorded("o2", "d1", "2020-09-01")
                .finalised("o2", "d1", "2020-09-21", "UPHELD")
                .recorded("o2", "d2", "2021-02-01")
                .finalised("o2", "d2", "2021-02-11", "SUSTAINED")
                .left("o2", "2021-03-03")
                .recorded("o3", "e1", "2021-06-01")
                .finalised("o3", "e1", "2021-12-31", "UNFOUNDED");
    }

    private final BacktestResult result = Evaluation.of(story().under(RULES), Findings.standard());

    private RuleFigures figures(String rule, String level) {
        return result.rules().stream()
                .filter(figures ->
                        figures.ruleId().equals(rule) && figures.level().equals(level))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldCountAlertsByRuleLevelAndYear() {
        assertThat(result.events()).isEqualTo(12);
        assertThat(result.alerts()).isEqualTo(4);
        assertThat(result.rules())
                .extracting(rule -> rule.ruleId() + " " + rule.level() + " " + rule.alerts() + " " + rule.byYear())
                .containsExactly("cases AMBER 2 {2020=1, 2021=1}", "cases RED 1 {2020=1}", "many AMBER 1 {2020=1}");
        assertThat(result.silent()).containsExactly("never");
    }

    @Test
    void shouldSpreadAlertsOverOfficers() {
        assertThat(result.officers()).isEqualTo(3);
        assertThat(result.officersWithAlerts()).isEqualTo(2);
        assertThat(result.officersByAlerts()).isEqualTo(Map.of(3, 1, 1, 1));
        assertThat(result.officersByRules()).isEqualTo(Map.of(2, 1, 1, 1));
        assertThat(figures("cases", "AMBER").officers()).isEqualTo(2);
    }

    @Test
    void shouldMeasureTheFloodByTheTimeOfficersWereInSight() {
        double years = (days("2020-01-01", "2021-12-31") // o1, to the end
                        + days("2020-09-01", "2021-03-03") // o2, to leaving
                        + days("2021-06-01", "2021-12-31"))
                / 365.25;

        assertThat(result.officerYears()).isCloseTo(years, within(1e-9));
        assertThat(figures("cases", "AMBER").perHundredOfficerYears()).isCloseTo(100 * 2 / years, within(1e-9));
    }

    @Test
    void shouldSayHowFlaggedCasesEndedAndHowAllDid() {
        assertThat(figures("cases", "AMBER").flagged().byOutcome())
                .isEqualTo(Map.of(CaseOutcome.SUSTAINED, 3, CaseOutcome.NOT_SUSTAINED, 1));
        assertThat(figures("cases", "AMBER").flagged().sustained()).isEqualTo(0.75);
        assertThat(figures("cases", "RED").flagged().byOutcome())
                .isEqualTo(Map.of(CaseOutcome.SUSTAINED, 1, CaseOutcome.NOT_SUSTAINED, 1, CaseOutcome.OPEN, 1));
        assertThat(figures("cases", "RED").flagged().ended()).isEqualTo(2);
        assertThat(result.allCases())
                .isEqualTo(new Tally(
                        Map.of(
                                CaseOutcome.SUSTAINED, 3,
                                CaseOutcome.NOT_SUSTAINED, 1,
                                CaseOutcome.UNFOUNDED, 1,
                                CaseOutcome.OPEN, 1),
                        6,
                        5,
                        0.6));
        assertThat(result.flagged().cases()).isEqualTo(5);
    }

    @Test
    void shouldTellApartWhatHadEndedBeforeItWasFlagged() {
        Tally open = figures("cases", "AMBER").flaggedOpen();

        assertThat(open.byOutcome()).isEqualTo(Map.of(CaseOutcome.SUSTAINED, 2, CaseOutcome.NOT_SUSTAINED, 1));
    }

    @Test
    void shouldMeasureLeadTimes() {
        // To the end of c2 30 days, of d2 10 days; c3 is open, so that RED and "many" have none.
        assertThat(figures("cases", "AMBER").toOutcome()).isEqualTo(new Days(2, 10L, 10L, 30L));
        assertThat(figures("cases", "RED").toOutcome().count()).isZero();
        assertThat(figures("cases", "AMBER").toLeaving()).isEqualTo(new Days(1, 30L, 30L, 30L));
        assertThat(result.daysToOutcome()).containsEntry(Lead.MONTH, 1).containsEntry(Lead.QUARTER, 1);
    }

    @Test
    void shouldCountACaseOnceWithItsGravestOutcome() {
        History history = new Story()
                .recorded("o1", "c1", "a1", "2020-01-01")
                .recorded("o1", "c1", "a2", "2020-01-01")
                .recorded("o2", "c1", "a3", "2020-01-01")
                .finalised("o1", "a1", "2020-02-01", "UNFOUNDED")
                .finalised("o1", "a2", "2020-03-01", "SUSTAINED")
                .finalised("o2", "a3", "2020-03-01", "EXONERATED")
                .under(RULES);

        assertThat(Evaluation.of(history, Findings.standard()).allCases().byOutcome())
                .isEqualTo(Map.of(CaseOutcome.SUSTAINED, 1, CaseOutcome.EXONERATED, 1));
    }

    @Test
    void shouldCallAReopenedCaseOpenAndAWithdrawnOneVoid() {
        History history = new Story()
                .recorded("o1", "c1", "2020-01-01")
                .recorded("o1", "c2", "2020-02-01")
                .finalised("o1", "c1", "2020-03-01", "SUSTAINED")
                .about("REOPENED", "o1", "c1", "2020-04-01")
                .about("WITHDRAWN", "o1", "c2", "2020-05-01")
                .under(RULES);

        BacktestResult evaluated = Evaluation.of(history, Findings.standard());

        assertThat(evaluated.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.withdrawn()).isEqualTo(1);
            assertThat(rule.flagged().byOutcome()).isEqualTo(Map.of(CaseOutcome.OPEN, 1, CaseOutcome.VOID, 1));
            assertThat(rule.flagged().sustained()).isNull();
        });
        assertThat(evaluated.allCases().byOutcome()).isEqualTo(Map.of(CaseOutcome.OPEN, 1));
    }

    @Test
    void shouldFindTheCasesOfAnAlertAboutAUnit() {
        RuleSet team = Story.rules("""
                id: team
                title: Two officers of one unit
                kind: cluster
                by: unit
                window: P1Y
                levels: [{ level: AMBER, at: 2 }]
                """);
        History history = new Story()
                .recordedIn("u1", "o1", "c1", "2020-01-01")
                .recordedIn("u1", "o2", "c2", "2020-02-01")
                .finalised("o1", "c1", "2020-03-02", "SUSTAINED")
                .finalised("o2", "c2", "2020-02-11", "UNFOUNDED")
                .under(team);

        BacktestResult evaluated = Evaluation.of(history, Findings.standard());

        assertThat(evaluated.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.officers()).isZero();
            assertThat(rule.flagged().byOutcome())
                    .isEqualTo(Map.of(CaseOutcome.SUSTAINED, 1, CaseOutcome.UNFOUNDED, 1));
            assertThat(rule.toOutcome()).isEqualTo(new Days(1, 10L, 10L, 10L));
        });
    }

    @Test
    void shouldGiveNegativeDaysWhereTheAlertCameTooLate() {
        History history = new Story()
                .recorded("o1", "c1", "2020-01-01")
                .left("o1", "2020-01-11")
                .recorded("o1", "c2", "2020-01-21")
                .under(RULES);

        assertThat(Evaluation.of(history, Findings.standard()).rules().get(0).toLeaving())
                .isEqualTo(new Days(1, -10L, -10L, -10L));
    }

    @Test
    void shouldTakePercentilesByNearestRank() {
        List<Long> tens = List.of(100L, 10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L);

        assertThat(Days.of(tens)).isEqualTo(new Days(10, 10L, 50L, 90L));
        assertThat(Days.of(List.of())).isEqualTo(new Days(0, null, null, null));
        assertThat(Days.between(Instant.parse("2020-01-02T00:00:00Z"), Instant.parse("2020-01-01T12:00:00Z")))
                .isEqualTo(-1);
    }

    private static double days(String from, String to) {
        return Duration.between(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"))
                .toDays();
    }
}
