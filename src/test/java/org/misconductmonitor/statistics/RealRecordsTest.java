package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.SharedData;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.input.EventReader;
import org.misconductmonitor.event.input.EventReaders;

/** Real records, with dates before 1970, decisions before recordings and cases that never close. */
class RealRecordsTest {
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private List<Event> events;
    private StatisticsLedger ledger;

    @BeforeEach
    void load() throws IOException {
        try (EventReader reader = EventReaders.jsonLines(SharedData.file("chicago-sample.jsonl.gz"))) {
            events = Golden.events(reader);
        }
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(1));
        ledger = Golden.ledger(shuffled);
    }

    @Test
    void shouldCountCasesAllegationsAndPeopleOfEachYear() {
        assertThat(yearly(Measure.CASES)).isEqualTo(distinct(Event::caseId));
        assertThat(yearly(Measure.OFFICER_ALLEGATIONS))
                .isEqualTo(distinct(event -> event.officerId() + " " + event.allegationId()));
        assertThat(yearly(Measure.OFFICERS)).isEqualTo(distinct(Event::officerId));
    }

    @Test
    void shouldLeaveOpenWhatWasNeverDecided() {
        Set<String> decided = events.stream()
                .filter(event -> event.type() == EventType.FINALISED)
                .map(event -> event.officerId() + " " + event.allegationId())
                .collect(Collectors.toSet());
        long open = events.stream()
                .filter(event -> event.type() == EventType.RECORDED)
                .map(event -> event.officerId() + " " + event.allegationId())
                .distinct()
                .filter(allegation -> !decided.contains(allegation))
                .count();

        assertThat(ledger.answer(Query.of(Measure.OPEN_OFFICER_ALLEGATIONS, LATER))
                        .value())
                .isEqualTo((double) open);
    }

    private Map<String, Long> distinct(Function<Event, String> key) {
        return events.stream()
                .filter(event -> event.type() == EventType.RECORDED)
                .collect(Collectors.groupingBy(
                        event -> Integer.toString(
                                event.at().atZone(ZoneOffset.UTC).getYear()),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(key, Collectors.toSet()), keys -> (long) keys.size())));
    }

    private Map<String, Long> yearly(Measure measure) {
        Table table = ledger.answer(Query.of(measure, LATER).per(Period.YEAR));
        Map<String, Long> yearly = new TreeMap<>();
        for (int i = 0; i < table.periods().size(); i++) {
            yearly.put(table.periods().get(i), table.total().cells().get(i).count());
        }
        yearly.values().removeIf(count -> count == 0);
        return yearly;
    }
}
