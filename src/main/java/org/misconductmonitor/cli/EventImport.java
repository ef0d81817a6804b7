package org.misconductmonitor.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.event.input.AcceptedEvent;
import org.misconductmonitor.event.input.EventReader;
import org.misconductmonitor.event.input.ReadEntry;
import org.misconductmonitor.event.input.RejectedLine;

/** Hands the events of files on, one after the other, and counts what became of them. */
final class EventImport {
    private static final int PROGRESS_STEP = 512;

    private final Consumer<Event> taker;
    private final Rejects rejects;
    private final BooleanSupplier stop;
    private final Map<EventType, Long> taken = new EnumMap<>(EventType.class);
    private long read;
    private long rejected;

    /** Where rejected lines go. */
    @FunctionalInterface
    interface Rejects {
        void add(String file, RejectedLine line) throws IOException;
    }

    /**
     * @param taker what is done with each event; throws InvalidEventException for one it cannot take
     * @param rejects told of every bad line
     * @param stop asked before every event whether to give up
     */
    EventImport(Consumer<Event> taker, Rejects rejects, BooleanSupplier stop) {
        this.taker = taker;
        this.rejects = rejects;
        this.stop = stop;
    }

    /**
     * Reads one file to its end.
     *
     * @param progress told now and then how many bytes were read
     * @throws StoppedException if it was told to stop
     */
    void read(String file, EventReader reader, LongConsumer progress) throws IOException {
        for (ReadEntry entry = reader.next(); entry != null; entry = reader.next()) {
            if (stop.getAsBoolean()) {
                throw new StoppedException();
            }
            if (++read % PROGRESS_STEP == 0) {
                progress.accept(reader.bytesRead());
            }
            if (entry instanceof AcceptedEvent accepted) {
                take(file, accepted);
            } else if (entry instanceof RejectedLine line) {
                reject(file, line);
            }
        }
        progress.accept(reader.bytesRead());
    }

    private void take(String file, AcceptedEvent accepted) throws IOException {
        try {
            taker.accept(accepted.event());
            taken.merge(accepted.event().type(), 1L, Long::sum);
        } catch (InvalidEventException e) {
            Rejection rejection = e.rejection();
            String field = rejection.field() == null ? null : rejection.field().jsonName();
            reject(file, new RejectedLine(accepted.line(), field, rejection.reason(), null));
        }
    }

    private void reject(String file, RejectedLine line) throws IOException {
        rejected++;
        rejects.add(file, line);
    }

    /** Events and bad lines together. */
    long read() {
        return read;
    }

    long rejected() {
        return rejected;
    }

    /** How many events of each type were taken. */
    Map<EventType, Long> taken() {
        return taken;
    }

    /** It was told to stop before the end. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped before the end: nothing was published");
        }
    }
}
