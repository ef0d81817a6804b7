package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFormatsTest {
    private static final Query QUERY = Query.of(Measure.OFFICER_ALLEGATIONS, Instant.parse("2020-01-01T00:00:00Z"))
            .by(Dimension.GROUP, Dimension.OUTCOME)
            .per(Period.YEAR)
            .where(Dimension.TENANT, "north");
    private static final Table TABLE = new Table(
            QUERY,
            List.of("2018", "2019"),
            List.of(
                    new Line(List.of("=HYPERLINK()", "a,\"b\""), List.of(Cell.of(2), Cell.WITHHELD), Cell.of(12.5, 7)),
                    new Line(List.of("SEXUAL", "OPEN"), List.of(Cell.EMPTY, Cell.of(0)), Cell.of(0))),
            new Line(List.of(), List.of(Cell.of(2), Cell.of(1_234_567)), Cell.of(1_234_569)),
            "note");

    @Test
    void shouldWriteCsvInWhichNoTextIsAFormula() {
        assertThat(TableCsv.write(TABLE)).isEqualTo("""
                group,outcome,2018,2019,total\r
                '=HYPERLINK(),"a,""b""\",2,*,12.5\r
                SEXUAL,OPEN,,0,0\r
                total,,2,1234567,1234569\r
                """);
    }

    @Test
    void shouldWriteJsonWithNumbersNullsAndMarks() {
        assertThat(TableJson.write(TABLE)).hasToString("""
                {"measure":"officerAllegations","groupBy":["group","outcome"],"period":"YEAR","scale":"COUNT",\
                "asOf":"2020-01-01T00:00:00Z","filters":{"tenantId":["north"]},\
                "columns":["group","outcome","2018","2019","total"],\
                "rows":[["=HYPERLINK()","a,\\"b\\"",2,"*",12.5],["SEXUAL","OPEN",null,0,0]],\
                "total":[2,1234567,1234569],"note":"note"}""");
    }
}
