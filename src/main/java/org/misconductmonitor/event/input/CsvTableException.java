package org.misconductmonitor.event.input;

/** A table that cannot be used. The message starts with file and line. */
public final class CsvTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CsvTableException(String message) {
        super(message);
    }
}
