package org.misconductmonitor.event.input;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.Rejection;

/** Turns events that fail {@link EventCheck} into rejected lines. */
final class CheckedReader implements EventReader {
    private final EventReader reader;
    private final Instant ingestedAt;

    CheckedReader(EventReader reader, Instant ingestedAt) {
        this.reader = reader;
        this.ingestedAt = ingestedAt;
    }

    @Override
    public ReadEntry next() throws IOException {
        ReadEntry entry = reader.next();
        if (entry instanceof AcceptedEvent accepted) {
            Optional<Rejection> rejection = EventCheck.check(accepted.event(), ingestedAt);
            if (rejection.isPresent()) {
                return RejectedLine.of(accepted.line(), rejection.get());
            }
        }
        return entry;
    }

    @Override
    public long bytesRead() {
        return reader.bytesRead();
    }

    @Override
    public long size() {
        return reader.size();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
