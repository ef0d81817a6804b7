package org.misconductmonitor.rule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.WorkingCalendar;

class CalendarsTest {
    private static final String RULE = """
            id: a
            title: A
            kind: absence
            on: RESPONSE_REQUESTED
            then: { on: RESPONSE_RECEIVED }
            levels: [{ level: AMBER, after: 2 working days }]
            tests:
              - name: Monday and Tuesday
                events: [{ eventType: RESPONSE_REQUESTED, caseId: c, at: 2026-06-05T12:00:00Z }]
                alerts: []
                now: 2026-12-01
            """;
    /** No holiday in England and Wales. */
    private static final WorkingCalendar MONDAY_OFF = new WorkingCalendar(Set.of(LocalDate.of(2026, 6, 8)));

    @TempDir
    private Path folder;

    private WorkingCalendar load(String text) throws IOException {
        return Calendars.load(Files.writeString(folder.resolve("days.txt"), text));
    }

    private static LoadedRules read(String yaml, WorkingCalendar calendar) {
        return RuleFiles.read(List.of(new RuleText("a.yaml", yaml, calendar)));
    }

    private static Instant deadline(WorkingCalendar calendar) {
        RuleDocument document = read(RULE, calendar).documents().get(0);
        RuleTest.Step step = document.tests().get(0).steps().get(0);
        return new RealEngine()
                .standing(new RuleSet(List.of(document.rule())), step.events(), step.now())
                .get(0)
                .firedAt();
    }

    @Test
    void shouldKnowTheBankHolidaysOfEnglandAndWales() {
        WorkingCalendar shipped = Calendars.load(null);

        assertThat(shipped.worksOn(LocalDate.of(2022, 9, 19)))
                .as("the funeral of the Queen")
                .isFalse();
        assertThat(shipped.worksOn(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(shipped.worksOn(LocalDate.of(2026, 12, 28)))
                .as("in lieu of a Saturday")
                .isFalse();
        assertThat(shipped.worksOn(LocalDate.of(2026, 12, 29))).isTrue();
    }

    @Test
    void shouldReadDatesAndLeaveTheRestToPeople() throws IOException {
        WorkingCalendar calendar = load(
                "\uFEFF# Ours\r\n\r\n2026-06-08 Founders' day\r\n  # and\n 2026-06-09\tAnother\n2026-06-13 a Saturday\n");

        assertThat(calendar.holidays()).containsExactlyInAnyOrder(LocalDate.of(2026, 6, 8), LocalDate.of(2026, 6, 9));
    }

    @Test
    void shouldTellEveryLineThatIsNoDate() {
        assertThatThrownBy(() -> load("2026-06-08 good\n25/12/2026 Christmas\n2026-02-30\n"))
                .isInstanceOf(RuleFileException.class)
                .hasMessage("""
                        %1$s:2:1: '25/12/2026' is no date of the calendar; start the line with one, then a blank, such \
                        as '2026-12-25 Christmas Day'
                            25/12/2026 Christmas
                            ^
                        %1$s:3:1: '2026-02-30' is no date of the calendar; start the line with one, then a blank, such \
                        as '2026-12-25 Christmas Day'
                            2026-02-30
                            ^""".formatted(folder.resolve("days.txt")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# none\n"})
    void shouldRefuseAFileWithoutADate(String text) {
        assertThatThrownBy(() -> load(text)).hasMessageContaining("days.txt: holds no bank holiday; write one a line");
    }

    @Test
    void shouldTellThatThereIsNoSuchFile() {
        assertThatThrownBy(() -> Calendars.load(folder.resolve("none.txt")))
                .hasMessageEndingWith("none.txt: there is no such file or directory");
    }

    @Test
    void shouldMoveADeadlineInWorkingDays() {
        assertThat(deadline(Calendars.shipped())).isEqualTo("2026-06-10T00:00:00Z");
        assertThat(deadline(MONDAY_OFF)).isEqualTo("2026-06-11T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "levels: [{ level: AMBER, after: 2 working days }]",
                "levels: [{ level: AMBER, after: P1D }]\nevery: 2 working days",
                """
                levels: [{ level: AMBER, after: P1D }]
                unless: { name: n, from: { on: CASE_OPENED }, lasts: 2 working days }"""
            })
    void shouldChangeTheVersionOfTheSetAndNotOfTheRule(String counts) {
        String yaml = RULE.replace("levels: [{ level: AMBER, after: 2 working days }]", counts);
        RuleSet before = read(yaml, Calendars.shipped()).rules();
        RuleSet after = read(yaml, MONDAY_OFF).rules();

        assertThat(after.rules().get(0).version())
                .isEqualTo(before.rules().get(0).version());
        assertThat(after.version())
                .isNotEqualTo(before.version())
                .isEqualTo(read(yaml, new WorkingCalendar(MONDAY_OFF.holidays()))
                        .rules()
                        .version());
    }

    @Test
    void shouldNotChangeTheVersionOfASetThatCountsNoWorkingDays() {
        String yaml = RULE.replace("2 working days", "P2D");

        assertThat(read(yaml, MONDAY_OFF).rules().version())
                .isEqualTo(read(yaml, Calendars.shipped()).rules().version());
    }

    @Test
    void shouldAcceptARuleWithEveryCalendarOrWithNone() {
        WorkingCalendar idle = new WorkingCalendar(
                LocalDate.of(2099, 12, 1).datesUntil(LocalDate.of(2101, 1, 1)).collect(Collectors.toSet()));
        String rising = RULE.replace("days }]", "days }, { level: RED, after: P7D }]");
        String falling = RULE.replace("days }]", "days }, { level: RED, after: P2D }]");

        assertThat(read(rising, idle).documents()).hasSize(1);
        assertThatThrownBy(() -> read(falling, WorkingCalendar.WEEKDAYS)).hasMessageContaining("levels must rise");
        assertThatThrownBy(() -> read(falling, idle)).hasMessageContaining("levels must rise");
    }
}
