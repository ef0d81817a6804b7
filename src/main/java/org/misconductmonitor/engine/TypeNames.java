package org.misconductmonitor.engine;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.misconductmonitor.event.EventType;

/** Types of facts in the words of an explanation. */
final class TypeNames {
    private TypeNames() {}

    /** Such as "case opened or recorded". */
    static String of(Set<EventType> types) {
        return types.stream()
                .sorted()
                .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" or "));
    }
}
