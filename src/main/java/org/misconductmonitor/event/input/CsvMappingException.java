package org.misconductmonitor.event.input;

import org.misconductmonitor.event.Texts;

/** A mapping file that is wrong, or does not fit the table. The message starts with file, line and column. */
public final class CsvMappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CsvMappingException(String place, String message) {
        super(Texts.printable(place + ": " + message));
    }
}
