package org.misconductmonitor.event.input;

import org.misconductmonitor.event.Event;

/**
 * An event that was read.
 *
 * @param line number of the line it starts in, from 1
 * @param event the event
 */
public record AcceptedEvent(long line, Event event) implements ReadEntry {}
