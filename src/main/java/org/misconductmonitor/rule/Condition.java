package org.misconductmonitor.rule;

import java.util.Set;
import org.misconductmonitor.event.EventType;

/** What must hold of the facts a rule looks at; one record a kind of rule. */
public sealed interface Condition permits Threshold {
    /** The word for it in a rule file: {@code kind}. */
    String kind();

    /** The types of facts it looks at. */
    Set<EventType> on();
}
