package org.misconductmonitor.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.input.AcceptedEvent;
import org.misconductmonitor.event.input.EventReader;
import org.misconductmonitor.event.input.EventReaders;
import org.misconductmonitor.event.input.ReadEntry;

/** The shipped story, counted. */
final class Golden {
    private Golden() {}

    static List<Event> events() throws IOException {
        InputStream stream = Golden.class.getResourceAsStream("/golden/golden.jsonl.gz");
        try (EventReader reader = EventReaders.jsonLines(stream, "golden")) {
            return events(reader);
        }
    }

    static List<Event> events(EventReader reader) throws IOException {
        List<Event> events = new ArrayList<>();
        for (ReadEntry entry = reader.next(); entry != null; entry = reader.next()) {
            events.add(((AcceptedEvent) entry).event());
        }
        return events;
    }

    static StatisticsLedger ledger(Iterable<Event> events) {
        StatisticsLedger ledger = new StatisticsLedger();
        events.forEach(ledger::accept);
        return ledger;
    }
}
