package org.misconductmonitor.event.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.SharedData;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.StoredFact;

/** Every event of the data sets is read, passes the checks and survives both forms it is written in. */
class SampleDataTest {
    private static final Instant INGESTED_AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void shouldReadTheGoldenEvents() throws IOException {
        InputStream golden = SampleDataTest.class.getResourceAsStream("/golden/golden.jsonl.gz");
        assertSurvives(EventReaders.jsonLines(golden, "golden"), 15_092);
    }

    @Test
    void shouldReadTheChicagoSample() throws IOException {
        assertSurvives(EventReaders.jsonLines(SharedData.file("chicago-sample.jsonl.gz")), 21_992);
    }

    @Test
    void shouldReadWhoLeftInTheChicagoSample() throws IOException {
        assertSurvives(EventReaders.jsonLines(SharedData.file("chicago-sample-left.jsonl.gz")), 357);
    }

    private static void assertSurvives(EventReader reader, int count) throws IOException {
        List<Event> events = new ArrayList<>();
        for (ReadEntry entry : Reading.all(EventReaders.checked(reader, INGESTED_AT))) {
            assertThat(entry).isInstanceOf(AcceptedEvent.class);
            events.add(((AcceptedEvent) entry).event());
        }
        assertThat(events).hasSize(count);
        Map<String, List<StoredFact>> byKey = events.stream()
                .collect(Collectors.groupingBy(
                        EventCheck::expectedKey, Collectors.mapping(StoredFact::of, Collectors.toList())));
        for (List<StoredFact> facts : byKey.values()) {
            byte[] bytes = EventCodec.encode(facts);
            assertThat(EventCodec.decode(bytes).equals(facts)).isTrue();
        }
        for (Event event : events) {
            assertThat(EventJson.read(EventJson.write(event)).equals(event)).isTrue();
        }
    }
}
