package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * Everything that was published about one person.
 *
 * @param keys the officer's id, and every alias that was ever linked to it, in whatever way
 * @param events published under these, whatever has become of them
 * @param reassignedHere REASSIGNED facts of other officers that name one of these: what they move was published there
 */
public record Holdings(Set<String> keys, List<Event> events, List<Event> reassignedHere) {
    /**
     * Reads all input topics, twice.
     *
     * @param properties of a consumer
     * @throws ClusterException if they cannot be read
     */
    public static Holdings of(
            String officerId, Map<String, ?> properties, TopicCatalog topics, Deserializer<Object> deserializer) {
        EventFeed feed = new EventFeed(properties, topics, deserializer);
        List<Event> links = new ArrayList<>();
        feed.read(event -> {
            if (event.type() == EventType.ALIAS_LINKED) {
                links.add(event);
            }
        });
        Set<String> keys = keys(officerId, links);
        List<Event> events = new ArrayList<>();
        List<Event> reassignedHere = new ArrayList<>();
        feed.read(event -> {
            if (event.officerId() != null && keys.contains(event.officerId())) {
                events.add(event);
            } else if (event.type() == EventType.REASSIGNED && keys.contains(event.text(Field.TO_OFFICER_ID))) {
                reassignedHere.add(event);
            }
        });
        return new Holdings(keys, events, reassignedHere);
    }

    /** Allegations that were published here and moved to somebody else. */
    public List<String> reassignedAway() {
        return events.stream()
                .filter(event -> event.type() == EventType.REASSIGNED)
                .filter(event -> !keys.contains(event.text(Field.TO_OFFICER_ID)))
                .map(Event::allegationId)
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> keys(String officerId, List<Event> links) {
        Set<String> keys = new TreeSet<>(Set.of(officerId));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Event link : links) {
                String officer =
                        link.text(Field.TO_OFFICER_ID) == null ? link.officerId() : link.text(Field.TO_OFFICER_ID);
                String alias = link.text(Field.ALIAS) == null ? link.officerId() : link.text(Field.ALIAS);
                grown |= keys.contains(officer) && keys.add(alias);
            }
        }
        return keys;
    }
}
