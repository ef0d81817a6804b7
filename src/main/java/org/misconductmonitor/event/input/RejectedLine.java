package org.misconductmonitor.event.input;

import org.misconductmonitor.event.EventFormatException;
import org.misconductmonitor.event.Rejection;

/**
 * A line of the reject report. It holds no value of the line, so that the report may be passed on.
 *
 * @param line number of the line, from 1
 * @param field name of the field, or null when it is about the whole line
 * @param reason code
 * @param hint what to write instead, or null when the reason says it all
 */
public record RejectedLine(long line, String field, Rejection.Reason reason, String hint) implements ReadEntry {
    static RejectedLine of(long line, EventFormatException fault) {
        return new RejectedLine(line, fault.field(), fault.reason(), fault.hint());
    }

    static RejectedLine of(long line, Rejection rejection) {
        String field = rejection.field() == null ? null : rejection.field().jsonName();
        return new RejectedLine(line, field, rejection.reason(), null);
    }

    /** For people: line, field, what is wrong, what to do. */
    public String message() {
        return "line " + line + ": " + EventFormatException.sentence(reason, field, hint);
    }
}
