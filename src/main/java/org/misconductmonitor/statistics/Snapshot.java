package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.EventType;

/** The facts that counted, as they were known at one time. */
final class Snapshot {
    /** Hands on everything ever known of facts of a type. */
    interface Facts {
        void read(EventType type, Consumer<Known> reader);
    }

    private final Facts all;
    private final Instant asOf;
    private final Map<EventType, List<Known>> read = new EnumMap<>(EventType.class);

    Snapshot(Facts all, Instant asOf) {
        this.all = all;
        this.asOf = asOf;
    }

    /** @param story what there is to know */
    Snapshot(List<Known> story, Instant asOf) {
        this(
                (type, reader) -> story.stream()
                        .filter(known -> known.fact().type() == type)
                        .forEach(reader),
                asOf);
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
            all.read(wanted, known -> {
                if (known.at(asOf)) {
                    facts.add(known);
                }
            });
            return facts;
        });
    }
}
