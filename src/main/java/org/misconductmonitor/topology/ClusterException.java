package org.misconductmonitor.topology;

/** The cluster did not do what it was asked; the message says what was asked, why it failed and what to look at. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
