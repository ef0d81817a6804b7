package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;

/** Who may only see statistics subtracts every answer from every other, and learns of no handful of people. */
class PublicationTest {
    private static final List<Period> PERIODS = List.of(Period.YEAR, Period.QUARTER, Period.MONTH);
    private static final int FIRST_SHOWN = 5;

    /** A number of an answer, by what it counts in words, with the number that it stands for. */
    private record Told(String of, double shown, long meant) {}

    private record Answer(Table shown, Table meant) {}

    @Test
    void shouldTellNoSmallNumberByAnyDifferenceOfTwoAnswers() {
        StatisticsLedger ledger = ledger(new Random(7));
        List<Told> told = numbers(ledger, true);
        assertThat(told).hasSizeGreaterThan(100);

        assertThat(told)
                .allSatisfy(number -> assertThat(number.shown() % FIRST_SHOWN).isZero());
        assertThat(attack(told)).isZero();
    }

    @Test
    void shouldKnowThatTheAttackWorksOnTablesThatAreOnlyWithheldOneByOne() {
        assertThat(attack(numbers(ledger(new Random(7)), false))).isGreaterThan(10);
    }

    /** In how many pairs a difference from 1 to 4 is told as it is. */
    private static long attack(List<Told> told) {
        long found = 0;
        for (Told one : told) {
            for (Told other : told) {
                long meant = one.meant() - other.meant();
                found += meant > 0 && meant < FIRST_SHOWN && one.shown() - other.shown() == meant ? 1 : 0;
            }
        }
        return found;
    }

    @Test
    void shouldReleaseOnceAMonth() {
        assertThat(Publication.release(Instant.parse("2024-03-31T23:59:59.999Z")))
                .isEqualTo("2024-03-01T00:00:00Z");
        assertThat(Publication.release(Instant.parse("2024-03-01T00:00:00Z"))).isEqualTo("2024-03-01T00:00:00Z");
    }

    @Test
    void shouldRoundToTheNearestFiveAndWithholdFewer() {
        assertThat(IntStream.rangeClosed(0, 13)
                        .mapToObj(count -> Publication.of(ledger(count).answer(Query.of(Measure.CASES, Instant.MAX)))
                                .total()
                                .total()
                                .text()))
                .containsExactly("0", "*", "*", "*", "*", "5", "5", "5", "10", "10", "10", "10", "10", "15");
    }

    @Test
    void shouldTellAveragesOfEightAndPercentagesOfTwentyThree() {
        assertThat(told(7, Measure.MEDIAN_DAYS_TO_DECISION)).isEqualTo("*");
        assertThat(told(8, Measure.MEDIAN_DAYS_TO_DECISION)).matches("[0-9]+");
        assertThat(told(22, Measure.DECIDED_AFTER_A_YEAR)).isEqualTo("*");
        assertThat(told(23, Measure.DECIDED_AFTER_A_YEAR)).matches("[0-9]+");
    }

    @Test
    void shouldTellRatesOfTheRoundedCount() {
        StatisticsLedger ledger = ledger(7);
        ledger.accept(EventJson.read("""
                {"eventType":"WORKFORCE_COUNT","eventId":"w","tenantId":"t0","officers":1000,"officersAndStaff":1000,"at":"2020-01-01T00:00:00Z"}"""));
        Table rate = ledger.answer(Query.of(Measure.CASES, Instant.MAX).in(Scale.PER_THOUSAND_OFFICERS));

        assertThat(rate.value()).isEqualTo(7);
        assertThat(Publication.of(rate).value()).isEqualTo(5);
    }

    @Test
    void shouldNotTellByARateHowManyOfficersCameOrWent() {
        assertThat(rate(21)).isEqualTo(rate(22)).isEqualTo("250");
        assertThat(rate(23)).isEqualTo("200");
        assertThat(rate(2)).isEqualTo("*");
    }

    private static String rate(int officers) {
        StatisticsLedger ledger = ledger(7);
        ledger.accept(EventJson.read("""
                {"eventType":"WORKFORCE_COUNT","eventId":"w","tenantId":"t0","officers":%1$d,"officersAndStaff":%1$d,"at":"2020-01-01T00:00:00Z"}""".formatted(officers)));
        return Publication.of(ledger.answer(Query.of(Measure.CASES, Instant.MAX).in(Scale.PER_THOUSAND_OFFICERS)))
                .total()
                .total()
                .text();
    }

    private static String told(int cases, Measure measure) {
        return Publication.of(ledger(cases).answer(Query.of(measure, Instant.MAX)))
                .total()
                .total()
                .text();
    }

    /** Of all tables of counts, in all periods, at all releases, to callers who see all or some tenants. */
    private static List<Told> numbers(StatisticsLedger ledger, boolean published) {
        List<Told> told = new ArrayList<>();
        for (Answer answer : answers(ledger, published)) {
            List<Line> shown = lines(answer.shown());
            List<Line> meant = lines(answer.meant());
            for (int row = 0; row < shown.size(); row++) {
                for (int column = 0; column <= answer.shown().periods().size(); column++) {
                    Cell cell = cell(shown.get(row), column);
                    if (!cell.withheld()) {
                        told.add(new Told(
                                shown.get(row).group() + " " + column,
                                cell.value(),
                                cell(meant.get(row), column).count()));
                    }
                }
            }
        }
        return told;
    }

    private static List<Answer> answers(StatisticsLedger ledger, boolean published) {
        List<Answer> answers = new ArrayList<>();
        List<PublishedTable> tables = Catalogue.tables().stream()
                .filter(table -> Set.of("cases", "officer-allegations", "forces", "officers", "backlog")
                        .contains(table.id()))
                .toList();
        for (PublishedTable table : tables) {
            for (Period period : PERIODS) {
                for (int month = 1; month <= 12; month += 3) {
                    Instant asOf = LocalDate.of(2020, month, 1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
                    for (Map<Dimension, Set<String>> reach :
                            List.of(Map.<Dimension, Set<String>>of(), Map.of(Dimension.TENANT, Set.of("t0")))) {
                        Table meant = ledger.answer(
                                table.question().per(period).narrowed(reach).asOf(asOf));
                        answers.add(new Answer(
                                published ? Publication.of(meant) : meant.withheldBelow(Table.FIRST_SHOWN), meant));
                    }
                }
            }
        }
        return answers;
    }

    private static List<Line> lines(Table table) {
        List<Line> lines = new ArrayList<>(table.lines());
        lines.add(table.total());
        return lines;
    }

    private static Cell cell(Line line, int column) {
        return column < line.cells().size() ? line.cells().get(column) : line.total();
    }

    private static StatisticsLedger ledger(Random random) {
        StatisticsLedger ledger = new StatisticsLedger();
        for (int i = 0; i < 60; i++) {
            ledger.accept(recorded(i, LocalDate.of(2019, 7, 1).plusDays(random.nextInt(500)), "t" + random.nextInt(2)));
            if (random.nextBoolean()) {
                ledger.accept(finalised(i, LocalDate.of(2020, 1 + random.nextInt(12), 2), "t0"));
            }
        }
        return ledger;
    }

    private static StatisticsLedger ledger(int cases) {
        StatisticsLedger ledger = new StatisticsLedger();
        for (int i = 0; i < cases; i++) {
            ledger.accept(recorded(i, LocalDate.of(2019, 1, 1), "t0"));
            ledger.accept(finalised(i, LocalDate.of(2019, 2, 1).plusDays(30L * i), "t0"));
        }
        return ledger;
    }

    private static Event recorded(int number, LocalDate day, String tenant) {
        return EventJson.read("""
                {"eventType":"RECORDED","eventId":"e%1$d","officerId":"o%1$d","caseId":"c%1$d","allegationId":"a%1$d","tenantId":"%3$s","force":"f%4$d","group":"SEXUAL","recordedAt":"%2$sT00:00:00Z"}""".formatted(number, day, tenant, number % 3));
    }

    private static Event finalised(int number, LocalDate day, String tenant) {
        return EventJson.read("""
                {"eventType":"FINALISED","eventId":"f%1$d","officerId":"o%1$d","caseId":"c%1$d","allegationId":"a%1$d","tenantId":"%3$s","finding":"PROVEN","at":"%2$sT00:00:00Z"}""".formatted(number, day, tenant));
    }
}
