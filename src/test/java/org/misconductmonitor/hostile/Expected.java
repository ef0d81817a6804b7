package org.misconductmonitor.hostile;

import org.misconductmonitor.event.Rejection.Reason;

/** What is to become of a record. */
public sealed interface Expected {
    /** It is taken. */
    record Accepted() implements Expected {}

    /** It is set aside, with this reason. */
    record DeadLetter(Reason reason) implements Expected {}

    /** What it is called in messages. */
    default String word() {
        return this instanceof DeadLetter letter ? letter.reason().name() : "ACCEPTED";
    }
}
