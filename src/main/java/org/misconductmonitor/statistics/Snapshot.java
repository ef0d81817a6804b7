package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.EventType;

/** The facts that counted, as they were known at one time. */
final class Snapshot {
    private final Dossiers dossiers;
    private final Instant asOf;
    private final Map<EventType, List<Known>> read = new EnumMap<>(EventType.class);

    Snapshot(Dossiers dossiers, Instant asOf) {
        this.dossiers = dossiers;
        this.asOf = asOf;
    }

    Instant asOf() {
        return asOf;
    }

    /** In no order. */
    List<Known> facts(EventType... types) {
        if (types.length == 1) {
            return facts(types[0]);
        }
        List<Known> facts = new ArrayList<>();
        for (EventType type : types) {
            facts.addAll(facts(type));
        }
        return facts;
    }

    private List<Known> facts(EventType type) {
        return read.computeIfAbsent(type, wanted -> {
            List<Known> facts = new ArrayList<>();
            dossiers.read(wanted, known -> {
                if (known.at(asOf)) {
                    facts.add(known);
                }
            });
            return facts;
        });
    }
}
