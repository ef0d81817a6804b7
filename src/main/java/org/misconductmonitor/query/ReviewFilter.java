package org.misconductmonitor.query;

import java.util.Set;
import org.misconductmonitor.alert.LifeState;

/**
 * Which alerts are asked for, by where their review is. An empty set and null ask for nothing in particular.
 *
 * @param owners who has it
 * @param open true: only those on which somebody still has to decide, false: only others, or null
 * @param overdue true: only those that nobody has acknowledged in time, false: only others, or null
 */
public record ReviewFilter(Set<LifeState> states, Set<String> owners, Boolean open, Boolean overdue) {

    boolean accepts(ReviewState review) {
        return (states.isEmpty() || states.contains(review.state()))
                && (owners.isEmpty() || (review.owner() != null && owners.contains(review.owner())))
                && (open == null || open == review.state().isOpen())
                && (overdue == null || overdue == review.overdue());
    }
}
