package org.misconductmonitor.event;

/** Text that is not an event. The message names reason, field and what to write, never a value. */
public final class EventFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rejection.Reason reason;
    private final String field;
    private final String hint;

    /**
     * @param field the name of the field as the text has it, or null when it is about the whole text
     * @param hint what to write instead, or null when the reason says it all
     */
    public EventFormatException(Rejection.Reason reason, String field, String hint) {
        super(sentence(reason, field, hint), null, false, false);
        this.reason = reason;
        this.field = field;
        this.hint = hint;
    }

    public Rejection.Reason reason() {
        return reason;
    }

    /** @return the name of the field, or null */
    public String field() {
        return field;
    }

    /** @return what to write instead, or null */
    public String hint() {
        return hint;
    }

    /** One line for people: field, what is wrong, what to do. */
    public static String sentence(Rejection.Reason reason, String field, String hint) {
        return (field == null ? "" : field + ": ") + reason.meaning() + (hint == null ? "" : "; " + hint);
    }
}
