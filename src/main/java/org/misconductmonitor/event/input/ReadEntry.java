package org.misconductmonitor.event.input;

/** What a reader found next: an event, or a line that is none. */
public sealed interface ReadEntry permits AcceptedEvent, RejectedLine {
    /** Number of the line it starts in, from 1. */
    long line();
}
