package org.misconductmonitor.statistics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.engine.AliasStatement;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;

/**
 * Which dossiers hold facts that came under a key, or that go there. Those of an alias belong together, as whatever is
 * said of the alias moves them all. Those of an officer do not: what comes to an officer meets no more than the facts it
 * shares a name with.
 */
final class Keys {
    private final Map<String, Set<Dossier>> dossiers = new HashMap<>();
    private final Set<String> aliases = new HashSet<>();

    /** Tells the dossiers that the fact joins, as it comes under an alias, goes to one, or says whom one names. */
    void meet(Event event, Consumer<Dossier> met) {
        String alias = AliasStatement.is(event) ? AliasStatement.alias(event) : null;
        if (alias != null) {
            aliases.add(alias);
        }
        of(event, key -> {
            if (aliases.contains(key)) {
                dossiers.getOrDefault(key, Set.of()).forEach(known -> met.accept(known.latest()));
            }
        });
    }

    /** Notes where the fact is, with all that it met. */
    void put(Event event, Dossier home) {
        of(event, key -> {
            Set<Dossier> known = dossiers.computeIfAbsent(key, none -> new LinkedHashSet<>(2));
            if (aliases.contains(key)) {
                known.clear();
            }
            known.add(home);
        });
    }

    private static void of(Event event, Consumer<String> action) {
        if (event.subject().kind() != Subject.Kind.OFFICER) {
            return;
        }
        action.accept(event.officerId());
        boolean statement = AliasStatement.is(event);
        if (statement && AliasStatement.alias(event) != null) {
            action.accept(AliasStatement.alias(event));
        }
        if ((statement || event.type() == EventType.REASSIGNED) && event.text(Field.TO_OFFICER_ID) != null) {
            action.accept(event.text(Field.TO_OFFICER_ID));
        }
    }
}
