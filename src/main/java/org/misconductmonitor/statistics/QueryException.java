package org.misconductmonitor.statistics;

/** A query that makes no sense, or too large a table; the message says what to do. */
public final class QueryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    QueryException(String message) {
        super(message);
    }
}
