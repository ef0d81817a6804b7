package org.misconductmonitor.event;

/** The fields do not make an event. The message names reason and field, never a value. */
public final class InvalidEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    public InvalidEventException(Rejection.Reason reason, Field field) {
        super(new Rejection(reason, field).toString());
        this.rejection = new Rejection(reason, field);
    }

    public Rejection rejection() {
        return rejection;
    }
}
