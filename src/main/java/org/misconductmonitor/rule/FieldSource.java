package org.misconductmonitor.rule;

import org.misconductmonitor.event.Field;

/** Anything that has fields: an event, or an event as later ones have corrected it. */
@FunctionalInterface
public interface FieldSource {
    /** @return the value in the Java type of {@link Field#kind()}, or null */
    Object get(Field field);
}
