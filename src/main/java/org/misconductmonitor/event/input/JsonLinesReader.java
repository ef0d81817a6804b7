package org.misconductmonitor.event.input;

import java.io.IOException;
import org.misconductmonitor.event.EventDraft;
import org.misconductmonitor.event.EventFormatException;
import org.misconductmonitor.event.EventJson;

/** Reads one JSON object a line. */
final class JsonLinesReader extends FileEventReader {
    private final LineSource lines;
    private final EventDraft draft = new EventDraft();

    JsonLinesReader(InputFile file) {
        super(file);
        this.lines = new LineSource(file);
    }

    @Override
    public ReadEntry next() throws IOException {
        while (lines.next()) {
            if (!lines.isBlank()) {
                return entry();
            }
        }
        return null;
    }

    private ReadEntry entry() {
        RejectedLine unreadable = UnreadableLine.fault(lines);
        if (unreadable != null) {
            return unreadable;
        }
        try {
            return new AcceptedEvent(
                    lines.number(), EventJson.read(lines.buffer(), lines.start(), lines.length(), draft));
        } catch (EventFormatException e) {
            return RejectedLine.of(lines.number(), e);
        }
    }
}
