package org.misconductmonitor.platform.embedded;

/** A part of the embedded platform cannot work; the message says why and what to do. */
public final class PlatformException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlatformException(String message) {
        super(message);
    }

    public PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
