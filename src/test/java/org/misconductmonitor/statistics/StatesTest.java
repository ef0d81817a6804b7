package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.EventJson;

/** What lasts, what is derived, and where periods begin: small stories by hand. */
class StatesTest {
    private final StatisticsLedger ledger = new StatisticsLedger();
    private int events;

    @Test
    void shouldCountAMeasureUntilItEndsOrTheOfficerLeaves() {
        given("MEASURE_STARTED", "2020-01-10", "'officerId':'o1','measure':'SUSPENSION'");
        given("MEASURE_STARTED", "2020-01-10", "'officerId':'o2','measure':'SUSPENSION'");
        given(
                "MEASURE_STARTED",
                "2020-02-10",
                "'officerId':'o3','measure':'RESTRICTION','endsAt':'2020-04-01T00:00:00Z'");
        given("MEASURE_ENDED", "2020-02-20", "'officerId':'o1','measure':'RESTRICTION'");
        given("MEASURE_ENDED", "2020-03-20", "'officerId':'o1','measure':'SUSPENSION'");
        given("LEFT", "2020-04-20", "'officerId':'o2'");

        Table table = ledger.answer(
                on("2020-05-31", Measure.UNDER_MEASURE).per(Period.MONTH).by(Dimension.MEASURE));

        assertThat(table.periods()).containsExactly("2020-01", "2020-02", "2020-03", "2020-04", "2020-05");
        assertThat(counts(table.line("SUSPENSION"))).containsExactly(2L, 2L, 1L, 0L, 0L, 0L);
        assertThat(counts(table.line("RESTRICTION"))).containsExactly(0L, 1L, 1L, 0L, 0L, 0L);
    }

    @Test
    void shouldTellTheNumberOfAnEarlierDateAsItWasKnownThen() {
        given("MEASURE_STARTED", "2020-01-10", "'officerId':'o1','measure':'SUSPENSION'");
        given("MEASURE_ENDED", "2020-03-20", "'officerId':'o1','measure':'SUSPENSION'");

        assertThat(number(on("2020-01-09", Measure.UNDER_MEASURE))).isZero();
        assertThat(number(on("2020-01-10", Measure.UNDER_MEASURE))).isOne();
        assertThat(number(on("2020-03-19", Measure.UNDER_MEASURE))).isOne();
        assertThat(number(on("2020-03-20", Measure.UNDER_MEASURE))).isZero();
    }

    @Test
    void shouldLeaveOutWhatWasWithdrawnFromTheDateOfTheWithdrawal() {
        recorded("a1", "o1", "2020-01-10");
        given("WITHDRAWN", "2020-03-01", "'officerId':'o1','allegationId':'a1'");

        assertThat(number(on("2020-02-29", Measure.OFFICER_ALLEGATIONS))).isOne();
        assertThat(number(on("2020-03-01", Measure.OFFICER_ALLEGATIONS))).isZero();
    }

    @Test
    void shouldMoveAReassignedAllegationToTheOtherOfficerFromThatDate() {
        recorded("a1", "o1", "2020-01-10");
        given("REASSIGNED", "2020-03-01", "'officerId':'o1','allegationId':'a1','toOfficerId':'o2'");
        given("REASSIGNED", "2020-04-01", "'officerId':'o1','allegationId':'a1','toOfficerId':'o3'");
        Query byOfficer = on("2020-02-01", Measure.OFFICER_ALLEGATIONS).by(Dimension.OFFICER);

        assertThat(groups(byOfficer)).containsExactly(List.of("o1"));
        assertThat(groups(byOfficer.asOf(day("2020-03-15")))).containsExactly(List.of("o2"));
        assertThat(groups(byOfficer.asOf(day("2020-04-15")))).containsExactly(List.of("o3"));
    }

    @Test
    void shouldTellOpenCasesByAgeAtTheEndOfEachPeriod() {
        given("CASE_OPENED", "2020-01-31", "'caseId':'c1','caseKind':'MISCONDUCT'");
        given("CASE_CLOSED", "2020-12-01", "'caseId':'c1'");
        given("CASE_OPENED", "2020-06-01", "'caseId':'c2','caseKind':'MISCONDUCT'");

        Table table = ledger.answer(
                on("2021-01-31", Measure.OPEN_CASES).per(Period.QUARTER).by(Dimension.AGE));

        assertThat(table.periods()).containsExactly("2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4", "2021-Q1");
        assertThat(counts(table.line("0-90 days"))).containsExactly(1L, 1L, 0L, 0L, 0L, 0L);
        assertThat(counts(table.line("91-180 days"))).containsExactly(0L, 1L, 1L, 0L, 0L, 0L);
        assertThat(counts(table.line("181-365 days"))).containsExactly(0L, 0L, 1L, 1L, 1L, 1L);
    }

    @Test
    void shouldFindTheKindOfACaseInItsOpening() {
        recorded("a1", "o1", "2020-01-10");
        given("CASE_OPENED", "2020-01-11", "'caseId':'ca1','caseKind':'COMPLAINT'");

        assertThat(number(on("2020-02-01", Measure.OPEN_CASES).where(Dimension.CASE_KIND, "COMPLAINT")))
                .isOne();
    }

    @Test
    void shouldTellARequestFromItsDateUntilTheOfficerAnswers() {
        given("RESPONSE_REQUESTED", "2020-01-01", "'officerId':'o1','caseId':'c1','dueAt':'2020-01-15T00:00:00Z'");
        given("RESPONSE_RECEIVED", "2020-01-20", "'officerId':'o2','caseId':'c1'");
        given("RESPONSE_RECEIVED", "2020-02-01", "'officerId':'o1','caseId':'c1'");

        assertThat(number(on("2020-01-14", Measure.OVERDUE_REQUESTS))).isZero();
        assertThat(number(on("2020-01-31", Measure.OVERDUE_REQUESTS))).isOne();
        assertThat(number(on("2020-02-01", Measure.OVERDUE_REQUESTS))).isZero();
    }

    @Test
    void shouldSayWhetherAMatterWasOpenWhenSomebodyLeft() {
        recorded("a1", "o1", "2020-01-10");
        recorded("a2", "o2", "2020-01-10");
        given("FINALISED", "2020-02-01", "'officerId':'o2','allegationId':'a2','finding':'UPHELD'");
        given("LEFT", "2020-02-01", "'officerId':'o1'");
        given("LEFT", "2020-02-01", "'officerId':'o2'");

        Table table = ledger.answer(on("2020-03-01", Measure.LEAVERS).by(Dimension.OFFICER, Dimension.OPEN_MATTER));

        assertThat(table.lines()).extracting(Line::group).containsExactly(List.of("o1", "YES"), List.of("o2", "NO"));
    }

    @Test
    void shouldMeasureTheDaysToADecisionFromTheLastReopening() {
        recorded("a1", "o1", "2020-01-01");
        given("FINALISED", "2021-12-31", "'officerId':'o1','allegationId':'a1','finding':'UPHELD'");
        given("REOPENED", "2022-01-01", "'officerId':'o1','allegationId':'a1'");
        given("FINALISED", "2022-01-11", "'officerId':'o1','allegationId':'a1','finding':'NOT_UPHELD'");

        Table median =
                ledger.answer(on("2022-12-31", Measure.MEDIAN_DAYS_TO_DECISION).per(Period.YEAR));

        assertThat(median.total().cells()).extracting(Cell::text).containsExactly("730", "10");
        assertThat(ledger.answer(on("2022-12-31", Measure.DECIDED_AFTER_A_YEAR)).value())
                .isEqualTo(50.0);
        assertThat(ledger.answer(on("2022-12-31", Measure.NINETIETH_DAYS_TO_DECISION))
                        .value())
                .isEqualTo(730.0);
    }

    @Test
    void shouldUseNumbersOfPartsOnlyWhereTheyAreAskedFor() {
        given("WORKFORCE_COUNT", "2020-01-01", "'officers':1000");
        given("WORKFORCE_COUNT", "2020-01-01", "'officers':400,'force':'NORTH'");
        given("WORKFORCE_COUNT", "2020-01-01", "'officers':600,'force':'SOUTH'");
        given("WORKFORCE_COUNT", "2021-01-01", "'officers':2000");

        Query employed = on("2021-06-01", Measure.WORKFORCE_OFFICERS);
        assertThat(number(employed)).isEqualTo(2000);
        assertThat(number(employed.asOf(day("2020-06-01")))).isEqualTo(1000);
        assertThat(number(employed.where(Dimension.FORCE, "NORTH"))).isEqualTo(400);
    }

    @Test
    void shouldTellRatesByTheNumberEmployedAtTheEndOfThePeriod() {
        given("WORKFORCE_COUNT", "2019-01-01", "'officers':500");
        given("WORKFORCE_COUNT", "2021-01-01", "'officers':250");
        given("CONVICTION_FOUND", "2020-05-01", "'officerId':'o1','offence':'TRAFFIC'");
        given("CONVICTION_FOUND", "2021-05-01", "'officerId':'o2','offence':'TRAFFIC'");

        Table table = ledger.answer(on("2021-06-01", Measure.CONVICTED)
                .per(Period.YEAR)
                .by(Dimension.OFFENCE)
                .in(Scale.PER_THOUSAND_OFFICERS));

        assertThat(table.line("TRAFFIC").cells()).extracting(Cell::text).containsExactly("2", "4");
        assertThat(table.total().total().text()).isEqualTo("8");
    }

    @Test
    void shouldCountWeeksFromMondayToSundayAndLeaveNoneOut() {
        given("HOTLINE_REPORT", "2020-12-27", "'reportId':'r1','channel':'PUBLIC'");
        given("HOTLINE_REPORT", "2021-01-03", "'reportId':'r2','channel':'PUBLIC'");
        given("HOTLINE_REPORT", "2021-01-11", "'reportId':'r3','channel':'PUBLIC'");
        given("REPORT_CLOSED", "2021-01-12", "'reportId':'r3'");

        Table table = ledger.answer(on("2021-02-01", Measure.HOTLINE_REPORTS).per(Period.WEEK));

        assertThat(table.periods()).containsExactly("2020-W52", "2020-W53", "2021-W01", "2021-W02");
        assertThat(counts(table.total())).containsExactly(1L, 1L, 0L, 1L, 3L);
        assertThat(groups(on("2021-02-01", Measure.HOTLINE_REPORTS).by(Dimension.REPORT_OUTCOME)))
                .containsExactly(List.of("CLOSED"), List.of("OPEN"));
    }

    @Test
    void shouldRefuseATableThatNobodyCouldRead() {
        recorded("a1", "o1", "1901-01-10");
        recorded("a2", "o1", "2020-01-10");

        assertThatThrownBy(() -> ledger.answer(on("2020-02-01", Measure.CASES).per(Period.WEEK)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("longer period");
    }

    private void recorded(String allegation, String officer, String day) {
        String fields = "{'eventType':'RECORDED','eventId':'e%d','caseId':'c%s','allegationId':'%s','officerId':'%s',"
                + "'category':'X','recordedAt':'%sT00:00:00Z'}";
        accept(fields.formatted(++events, allegation, allegation, officer, day));
    }

    private void given(String type, String day, String more) {
        accept("{'eventType':'%s','eventId':'e%d','at':'%sT00:00:00Z',%s}".formatted(type, ++events, day, more));
    }

    private void accept(String json) {
        ledger.accept(EventJson.read(json.replace('\'', '"')));
    }

    private static Query on(String day, Measure measure) {
        return Query.of(measure, day(day));
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    private long number(Query query) {
        return ledger.answer(query).total().total().count();
    }

    private List<List<String>> groups(Query query) {
        return ledger.answer(query).lines().stream().map(Line::group).toList();
    }

    private static List<Long> counts(Line line) {
        return Stream.concat(line.cells().stream(), Stream.of(line.total()))
                .map(Cell::count)
                .toList();
    }
}
