package org.misconductmonitor.platform;

/** A reset was refused or could not be finished; the message says why and what to do. */
public final class ResetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ResetException(String message, Throwable cause) {
        super(message, cause);
    }
}
