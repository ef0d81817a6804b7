package org.misconductmonitor.backtest.fairness;

/** What was asked for cannot be compared; the message says what can. */
public final class FairnessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FairnessException(String message) {
        super(message);
    }
}
