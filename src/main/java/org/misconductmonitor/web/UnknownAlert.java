package org.misconductmonitor.web;

/** What is said of an alert that is not there, or not for whoever asks: the same of both. */
final class UnknownAlert {
    static final String MESSAGE = "there is no alert with this id";

    private UnknownAlert() {}

    static ProblemException problem() {
        return ProblemException.of(ProblemType.NOT_FOUND, MESSAGE);
    }
}
