package org.misconductmonitor.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.engine.AliasStatement;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;

/**
 * Which dossiers hold facts that come under a key or go there, and which say whom it names if it is an alias. Such
 * dossiers are not joined: where every officer has a number, nearly all would become one.
 */
final class Keys {
    private final Map<String, Set<Dossier>> facts = new HashMap<>();
    private final Map<String, Set<Dossier>> statements = new HashMap<>();

    /** Notes where the fact is. */
    void put(Event event, Dossier home) {
        of(event, key -> add(facts, key, home));
        String alias = alias(event);
        if (alias != null) {
            add(statements, alias, home);
        }
    }

    /** The dossiers whose story depends on what this one says of aliases, by way of other aliases too. */
    Set<Dossier> readersOf(Dossier changed) {
        Set<Dossier> readers = new LinkedHashSet<>();
        Deque<Dossier> open = new ArrayDeque<>();
        open.add(changed);
        while (!open.isEmpty()) {
            for (String alias : open.poll().aliases()) {
                for (Dossier each : facts.getOrDefault(alias, Set.of())) {
                    if (readers.add(each.latest())) {
                        open.add(each.latest());
                    }
                }
            }
        }
        return readers;
    }

    /** What other dossiers say of the aliases in this one, and of those whom they name, with what takes it back. */
    List<Event> saidElsewhere(Dossier dossier) {
        if (statements.isEmpty()) {
            return List.of();
        }
        List<Event> said = new ArrayList<>();
        Set<Dossier> read = new HashSet<>();
        read.add(dossier);
        Set<String> known = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        Consumer<String> meet = key -> {
            if (known.add(key)) {
                open.add(key);
            }
        };
        dossier.facts().forEach(fact -> of(fact, meet));
        while (!open.isEmpty()) {
            for (Dossier each : statements.getOrDefault(open.poll(), Set.of())) {
                if (read.add(each.latest())) {
                    each.latest().facts().stream().filter(Keys::bearsOnAliases).forEach(fact -> {
                        said.add(fact);
                        of(fact, meet);
                    });
                }
            }
        }
        return said;
    }

    /** @return the alias of which the fact says whom it names, or null */
    static String alias(Event event) {
        return event.subject().kind() == Subject.Kind.OFFICER && AliasStatement.is(event)
                ? AliasStatement.alias(event)
                : null;
    }

    private static boolean bearsOnAliases(Event event) {
        return AliasStatement.is(event) || event.text(Field.SUPERSEDES) != null;
    }

    private static void of(Event event, Consumer<String> action) {
        if (event.subject().kind() != Subject.Kind.OFFICER) {
            return;
        }
        action.accept(event.officerId());
        String alias = alias(event);
        if (alias != null) {
            action.accept(alias);
        }
        boolean leads = AliasStatement.is(event) || event.type() == EventType.REASSIGNED;
        if (leads && event.text(Field.TO_OFFICER_ID) != null) {
            action.accept(event.text(Field.TO_OFFICER_ID));
        }
    }

    private static void add(Map<String, Set<Dossier>> index, String key, Dossier dossier) {
        index.computeIfAbsent(key, none -> new LinkedHashSet<>(2)).add(dossier);
    }
}
