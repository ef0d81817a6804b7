package org.misconductmonitor.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * An officer's count against those of the officers of the same force, rank and role, day by day.
 *
 * @param on the types of facts counted
 * @param peers the fields whose values peers share
 * @param count what is counted
 * @param window how far back
 * @param time the time basis
 * @param floor least count of the officer
 * @param group least number of peers, the officer included
 * @param levels steps, rising: the percentile, from 1 to 99, that the count must be above
 */
public record Peer(
        Set<EventType> on,
        List<Field> peers,
        CountingKey count,
        Window window,
        TimeBasis time,
        int floor,
        int group,
        List<Level> levels)
        implements PopulationCondition {

    /** The facts that say where an officer serves and as what, besides those that are counted. */
    public static final Set<EventType> SERVICE = Set.of(
            EventType.JOINED,
            EventType.POSTED,
            EventType.TRANSFERRED,
            EventType.PROMOTED,
            EventType.RANK_CHANGED,
            EventType.LEFT);

    public Peer {
        on = Set.copyOf(on);
        peers = List.copyOf(peers);
        levels = List.copyOf(levels);
        Objects.requireNonNull(count, "count");
        if (on.isEmpty() || peers.isEmpty() || levels.isEmpty()) {
            throw new IllegalArgumentException("a peer rule needs event types, fields and levels");
        }
    }

    @Override
    public String kind() {
        return "peer";
    }

    @Override
    public Set<EventType> types() {
        Set<EventType> types = EnumSet.copyOf(on);
        types.addAll(SERVICE);
        return types;
    }

    @Override
    public void fields(Consumer<Field> reader) {
        reader.accept(Field.OFFICER_ID);
        reader.accept(count.field());
        peers.forEach(reader);
    }
}
