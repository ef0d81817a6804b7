package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * A parameter of an operation.
 *
 * @param place where it stands
 * @param description what it means, for the reference
 * @param schema of one value
 * @param many whether it may be given several times
 * @param parser of the values that are given, at least one; throws {@link IllegalArgumentException} with what is
 *     allowed, to follow "must be"
 * @param absent what it is when it is not given; null is allowed
 */
record Param<T>(
        String name,
        Place place,
        String description,
        ObjectNode schema,
        boolean many,
        Function<List<String>, T> parser,
        T absent) {

    /** Where a parameter stands. */
    enum Place {
        PATH,
        QUERY,
        HEADER
    }
}
