package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.alert.Peers;
import org.misconductmonitor.rule.Peer;
import org.misconductmonitor.rule.Rule;

/**
 * Where an officer stands among peers at the end of a day, as a rule compares them.
 *
 * @param rule the rule
 * @param condition what it compares
 * @param at the midnight that ends the day, UTC
 * @param count of the officer in the window
 * @param peers whom the officer is compared with, however few they are
 * @param marks the count each level asks for, at least; none where there are too few peers to compare
 */
public record PeerStanding(Rule rule, Peer condition, Instant at, int count, Peers peers, List<Mark> marks) {
    public PeerStanding {
        marks = List.copyOf(marks);
    }

    /**
     * What a level asks for.
     *
     * @param percentile of the peers' counts, which the count must be above
     * @param count least one that is, and that is no less than the floor
     */
    public record Mark(String level, int percentile, int count) {}
}
