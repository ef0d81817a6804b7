package org.misconductmonitor.topology;

/** This release cannot read what lies in the stores; the message says what to do. */
public final class StoredStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoredStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
