package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.input.AcceptedEvent;
import org.misconductmonitor.event.input.EventReader;
import org.misconductmonitor.event.input.EventReaders;
import org.misconductmonitor.event.input.ReadEntry;
import org.misconductmonitor.event.input.RejectedLine;

/** Events of files, as a whole. */
final class EventFiles {
    private static final int SHOWN = 20;

    private EventFiles() {}

    /**
     * Reads files of JSON Lines.
     *
     * @param err where bad lines are told
     * @throws RejectedFileException if any line is bad: a result that leaves facts out would mislead
     */
    static List<Event> read(List<Path> files, PrintWriter err) throws IOException {
        List<Event> events = new ArrayList<>();
        int rejected = 0;
        for (Path file : files) {
            try (EventReader reader = EventReaders.jsonLines(file)) {
                for (ReadEntry entry = reader.next(); entry != null; entry = reader.next()) {
                    if (entry instanceof AcceptedEvent accepted) {
                        events.add(accepted.event());
                    } else if (entry instanceof RejectedLine line && rejected++ < SHOWN) {
                        err.println(file + ": " + line.message());
                    }
                }
            }
        }
        if (rejected > 0) {
            throw new RejectedFileException(rejected + " lines are no events; mend them and try again");
        }
        return events;
    }
}
