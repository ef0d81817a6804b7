package org.misconductmonitor.query;

/** What is asked for cannot be told now and can be told soon; the message says why, without personal data. */
public final class UnavailableException extends RuntimeException {
    private final int retryAfterSeconds;

    public UnavailableException(String message, int retryAfterSeconds) {
        super(message);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** When it is worth to ask again. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
