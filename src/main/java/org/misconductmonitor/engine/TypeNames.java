package org.misconductmonitor.engine;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.misconductmonitor.event.EventType;

/** Types of facts in the words of an explanation. */
final class TypeNames {
    /** More than these would bury what the sentence says. */
    private static final int MOST = 5;

    private static final int NAMED = 3;

    private TypeNames() {}

    /** Such as "case opened or recorded"; of many types the first are named and the others counted. */
    static String of(Set<EventType> types) {
        List<String> names = types.stream()
                .sorted()
                .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
        if (names.size() <= MOST) {
            return String.join(" or ", names);
        }
        return String.join(", ", names.subList(0, NAMED)) + " or " + (names.size() - NAMED) + " other kinds of events";
    }
}
