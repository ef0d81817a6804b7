package org.misconductmonitor.platform.bench;

/** The measurement could not be made; the message says why. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchException(String message) {
        super(message);
    }
}
