package org.misconductmonitor.platform;

/** The directory of the stores cannot be used; the message says why and what to do. */
public final class LocalStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LocalStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
