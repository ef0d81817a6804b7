package org.misconductmonitor.cli;

/** A file holds lines that are no events; the message says how many. */
final class RejectedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RejectedFileException(String message) {
        super(message);
    }
}
