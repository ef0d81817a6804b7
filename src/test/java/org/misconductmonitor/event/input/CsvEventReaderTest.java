package org.misconductmonitor.event.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Rejection.Reason;

class CsvEventReaderTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/csv");
    private static final String MAPPING = """
            events:
              - eventType: LEFT
                fields: { eventId: Id, officerId: Id, at: Date, reason: Reason }
            """;

    @Test
    void shouldReadTheWorkedExample() throws IOException {
        List<ReadEntry> entries = Reading.all(EventReaders.csv(
                EXAMPLES.resolve("complaints.csv"), CsvMapping.load(EXAMPLES.resolve("complaints.yaml"))));
        assertThat(Reading.summary(entries))
                .containsExactly(
                        "2 C-1/1-recorded",
                        "2 C-1/1-finalised",
                        "4 C-1/2-recorded",
                        "5 C-2/1-recorded",
                        "5 WRONG_TYPE");
        Event recorded = ((AcceptedEvent) entries.get(0)).event();
        assertThat(recorded.type()).isEqualTo(EventType.RECORDED);
        assertThat(recorded.tenantId()).isEqualTo("northshire");
        assertThat(recorded.instant(Field.RECORDED_AT)).isEqualTo(Instant.parse("2021-02-03T00:00:00Z"));
        assertThat(recorded.instant(Field.OCCURRED_AT)).isEqualTo(Instant.parse("2021-02-01T23:30:00Z"));
        assertThat(recorded.text(Field.GROUP)).isEqualTo("USE_OF_FORCE");
        assertThat(recorded.get(Field.OUTSIDE)).isEqualTo(false);
        assertThat(recorded.text(Field.NARRATIVE)).isEqualTo("Said \"stop\"; then\npushed");
        Event finalised = ((AcceptedEvent) entries.get(1)).event();
        assertThat(finalised.at()).as("summer time").isEqualTo(Instant.parse("2021-06-13T23:00:00Z"));
        assertThat(finalised.text(Field.FINDING)).isEqualTo("SUSTAINED");
        assertThat(finalised.get(Field.SUSPENSION_DAYS)).isEqualTo(5);
        assertThat(((RejectedLine) entries.get(4)).message())
                .isEqualTo(
                        "line 5: at: the value of a field is not of its type; no pattern of dates in the mapping fits");
    }

    @Test
    void shouldLoseOnlyTheRowWithAStrayQuote() throws IOException {
        String table = """
                Id,Date,Reason
                a,2024-05-01,"never closed
                b,2024-05-01,said "x" and left
                c,2024-05-01,"closed" badly
                d,2024-05-01
                e,2024-05-01,"one, two"
                f,2024-05-01,"goes on

                and on"
                """;
        assertThat(read(table, MAPPING)).containsExactly("2 NOT_CSV", "3 b", "4 NOT_CSV", "5 NOT_CSV", "6 e", "7 f");
    }

    @Test
    void shouldKeepEmptyLinesInsideACell() throws IOException {
        ReadEntry entry = Reading.all(EventReaders.csv(
                        Reading.stream("Id,Date,Reason\n\na,2024-05-01,\"one\n\n two\"\n"),
                        "table",
                        CsvMapping.parse(MAPPING, "map.yaml")))
                .get(0);
        assertThat(entry.line()).isEqualTo(3);
        assertThat(((AcceptedEvent) entry).event().text(Field.REASON)).isEqualTo("one\n\n two");
    }

    @Test
    void shouldRejectEmptyCellsOfFieldsThatEveryEventNeeds() throws IOException {
        assertThat(read("Id,Date,Reason\n,2024-05-01,x\na,,x\nb,2024-05-01,\n", MAPPING))
                .containsExactly("2 MISSING_FIELD", "3 MISSING_FIELD", "4 b");
    }

    @Test
    void shouldFindMissingColumnsBeforeAnythingIsRead() {
        assertThatThrownBy(() -> read("Id,Dates,Reason\n", MAPPING))
                .isInstanceOf(CsvMappingException.class)
                .hasMessage("map.yaml:3:47: the table has no column 'Date'; did you mean Dates?");
        assertThatThrownBy(() -> read("Id,Date,Reason,Date\n", MAPPING)).hasMessageContaining("two columns 'Date'");
        assertThatThrownBy(() -> read("", MAPPING)).hasMessageContaining("the table is empty");
    }

    @Test
    void shouldTakeTheTypeFromAColumn() throws IOException {
        String mapping = """
                events:
                  - eventType: { column: Kind, values: { join: JOINED, leave: LEFT } }
                    fields: { eventId: Id, officerId: Id, at: Date }
                """;
        assertThat(read("Id,Kind,Date\na,join,2024-05-01\nb,other,2024-05-01\nc,,2024-05-01\n", mapping))
                .containsExactly("2 a", "3 UNTRANSLATED", "4 MISSING_FIELD");
        String untranslated = mapping.replace(", values: { join: JOINED, leave: LEFT }", "");
        assertThat(read("Id,Kind,Date\na,JOINNED,2024-05-01\nb,LEFT,2024-05-01\n", untranslated))
                .containsExactly("2 " + Reason.UNKNOWN_TYPE, "3 b");
    }

    @Test
    void shouldReadTabsAndByteOrderMarks() throws IOException {
        String mapping = "separator: \"\\t\"\n" + MAPPING;
        assertThat(read("\uFEFFId\tDate\tReason\r\na\t2024-05-01\tx\r\n", mapping))
                .containsExactly("2 a");
    }

    private static List<String> read(String table, String mapping) throws IOException {
        return Reading.summary(
                Reading.all(EventReaders.csv(Reading.stream(table), "table", CsvMapping.parse(mapping, "map.yaml"))));
    }
}
