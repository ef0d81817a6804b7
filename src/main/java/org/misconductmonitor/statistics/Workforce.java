package org.misconductmonitor.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * Numbers employed, each until the next number of the same tenant, force and unit. Of a tenant that publishes totals and
 * parts, the parts are used only where the query asks for forces or units.
 */
final class Workforce {
    private record Body(String tenantId, String force, String unit) {}

    private Workforce() {}

    /** @param field OFFICERS or OFFICERS_AND_STAFF */
    static Source of(Field field) {
        return (snapshot, query) -> items(snapshot, query, field);
    }

    private static List<Item> items(Snapshot snapshot, Query query, Field field) {
        Map<String, Map<Body, List<Known>>> tenants = new HashMap<>();
        snapshot.facts(EventType.WORKFORCE_COUNT).stream()
                .filter(known -> known.fact().get(field) != null)
                .sorted(Comparator.comparing(known -> known.fact().event(), EventOrder.BY_TIME))
                .forEach(known -> {
                    Body body = body(known);
                    tenants.computeIfAbsent(body.tenantId, none -> new HashMap<>())
                            .computeIfAbsent(body, none -> new ArrayList<>())
                            .add(known);
                });
        List<Item> items = new ArrayList<>();
        for (Map<Body, List<Known>> bodies : tenants.values()) {
            for (Body body : wanted(bodies, query)) {
                add(bodies.get(body), field, items);
            }
        }
        return items;
    }

    private static Body body(Known known) {
        return new Body(
                known.fact().event().tenantId(),
                known.fact().text(Field.FORCE),
                known.fact().text(Field.UNIT));
    }

    private static List<Body> wanted(Map<Body, List<Known>> bodies, Query query) {
        List<Predicate<Body>> preferences = new ArrayList<>();
        if (query.mentions(Dimension.UNIT)) {
            preferences.add(body -> body.unit != null);
        } else if (query.mentions(Dimension.FORCE)) {
            preferences.add(body -> body.force != null && body.unit == null);
            preferences.add(body -> body.force != null);
        } else {
            preferences.add(body -> body.force == null && body.unit == null);
            preferences.add(body -> body.unit == null);
            preferences.add(Objects::nonNull);
        }
        return preferences.stream()
                .map(preference -> bodies.keySet().stream().filter(preference).toList())
                .filter(chosen -> !chosen.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static void add(List<Known> counts, Field field, List<Item> items) {
        for (int i = 0; i < counts.size(); i++) {
            Known count = counts.get(i);
            boolean last = i + 1 == counts.size();
            items.add(new Item(
                            count,
                            count.fact().event().at(),
                            last ? null : counts.get(i + 1).fact().event().at())
                    .worth((Integer) count.fact().get(field)));
        }
    }
}
