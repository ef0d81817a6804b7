package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.misconductmonitor.event.Event;

/** A table that a force once published, told again from 55 officers' records, in whatever order they arrive. */
class PublishedAnswerTest {
    private static final Path TABLE = Path.of("src/test/resources/statistics/07-obscene-images.txt");
    private static final Instant YEAR_2006 = Instant.parse("2006-01-01T00:00:00Z");
    private static final Instant YEAR_2015 = Instant.parse("2015-01-01T00:00:00Z");

    @TestFactory
    Stream<DynamicTest> shouldTellTheRow() throws IOException {
        List<Event> events = Golden.events();
        Collections.shuffle(events, new Random(7));
        StatisticsLedger ledger = Golden.ledger(events);
        List<String> lines = Files.readAllLines(TABLE);
        Instant asOf = Instant.parse(setting(lines, "as of"));
        String tenant = setting(lines, "tenant");
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|"))
                .map(cells -> DynamicTest.dynamicTest(cells[0].strip(), () -> {
                    Measure measure = Measure.named(cells[1].strip()).orElseThrow();
                    Query query = where(Query.of(measure, asOf), cells[2].strip())
                            .where(Dimension.TENANT, tenant)
                            .per(Period.YEAR)
                            .between(YEAR_2006, YEAR_2015);

                    assertThat(shown(ledger.answer(query).total())).isEqualTo(numbers(cells));
                }));
    }

    private static String setting(List<String> lines, String name) {
        String start = "# " + name + ": ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElseThrow();
    }

    private static Query where(Query query, String filter) {
        String[] parts = filter.split("=");
        return filter.isEmpty() ? query : query.where(Dimension.named(parts[0]).orElseThrow(), parts[1]);
    }

    private static List<String> shown(Line line) {
        return Stream.concat(line.cells().stream(), Stream.of(line.total()))
                .map(Cell::text)
                .toList();
    }

    private static List<String> numbers(String[] cells) {
        return Arrays.stream(cells).skip(3).map(String::strip).toList();
    }
}
