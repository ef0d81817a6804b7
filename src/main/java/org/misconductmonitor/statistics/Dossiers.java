package org.misconductmonitor.statistics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.misconductmonitor.engine.Erasures;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * All facts, in dossiers: those with one allegation, case or eventId, or that name one another, lie together. Dossiers
 * only grow together; that two have become one too many costs time, never a wrong number.
 */
final class Dossiers {
    private final Map<String, Dossier> byEvent = new HashMap<>();
    private final Map<String, Dossier> byAllegation = new HashMap<>();
    private final Map<String, Dossier> byCase = new HashMap<>();
    private final Keys keys = new Keys();
    private final Map<EventType, Set<Dossier>> byType = new EnumMap<>(EventType.class);
    /** Those with new facts, not yet read. */
    private final Set<Dossier> unread = new LinkedHashSet<>();

    private final Erasures erasures = new Erasures();
    private final StoryWatch watch;
    private int size;

    /** @param watch is told of every story that changes, when it is read */
    Dossiers(StoryWatch watch) {
        this.watch = watch;
    }

    /** @return null if the fact is new */
    Verdict take(Event event) {
        if (event.type() == EventType.ERASED) {
            return erase(event);
        }
        if (erasures.cover(event, event.subject())) {
            return Verdict.SUPERSEDED;
        }
        Dossier dossier = dossierOf(event);
        int before = dossier.size();
        Verdict verdict = dossier.take(event);
        size += dossier.size() - before;
        if (verdict == null || verdict == Verdict.REPLACES) {
            unread.add(dossier);
            unread.addAll(keys.readersOf(dossier));
        }
        return verdict;
    }

    /** Facts of other keys may have travelled into the record, or through it: all are read anew. */
    private Verdict erase(Event erasure) {
        Verdict verdict = erasures.take(erasure);
        if (verdict == null) {
            byEvent.values().forEach(dossier -> unread.add(dossier.latest()));
            unread.forEach(dossier -> dossier.forget(erasures));
            size = unread.stream().mapToInt(Dossier::size).sum();
        }
        return verdict;
    }

    int size() {
        return size;
    }

    /** Whether a fact has this eventId, or names it. */
    boolean knows(String eventId) {
        return byEvent.containsKey(eventId);
    }

    /** Every fact in the version that stands, in no order but that erasures come first. */
    void facts(Consumer<Event> reader) {
        erasures.all().forEach(reader);
        all().forEach(dossier -> dossier.facts().forEach(reader));
    }

    /** What every dossier says, in no order. */
    void stories(Consumer<List<Known>> reader) {
        settle();
        all().forEach(dossier -> reader.accept(dossier.story()));
    }

    private Set<Dossier> all() {
        Set<Dossier> all = new LinkedHashSet<>();
        byEvent.values().forEach(dossier -> all.add(dossier.latest()));
        return all;
    }

    /** Everything ever known of facts of the type. */
    void read(EventType type, Consumer<Known> reader) {
        settle();
        for (Dossier dossier : byType.getOrDefault(type, Set.of())) {
            for (Known known : dossier.story()) {
                if (known.fact().type() == type) {
                    reader.accept(known);
                }
            }
        }
    }

    /** Reads what has come since. */
    void settle() {
        for (Dossier dossier : unread) {
            List<Known> before = dossier.story();
            dossier.tell(keys.saidElsewhere(dossier), erasures);
            list(dossier);
            watch.told(before, dossier.story());
        }
        unread.clear();
    }

    private void list(Dossier dossier) {
        for (Known known : dossier.story()) {
            byType.computeIfAbsent(known.fact().type(), none -> new LinkedHashSet<>())
                    .add(dossier);
        }
    }

    private Dossier dossierOf(Event event) {
        Set<Dossier> met = new LinkedHashSet<>(4);
        names(event, (index, name) -> {
            Dossier known = index.get(name);
            if (known != null) {
                met.add(known.latest());
            }
        });
        Dossier largest = new Dossier();
        for (Dossier each : met) {
            largest = each.size() > largest.size() ? each : largest;
        }
        for (Dossier each : met) {
            if (each != largest) {
                join(each, largest);
            }
        }
        Dossier home = largest;
        names(event, (index, name) -> index.put(name, home));
        keys.put(event, home);
        return home;
    }

    private void join(Dossier smaller, Dossier larger) {
        watch.told(smaller.story(), List.of());
        larger.join(smaller);
        byType.values().forEach(listed -> listed.remove(smaller));
        unread.remove(smaller);
        unread.add(larger);
    }

    private void names(Event event, BiConsumer<Map<String, Dossier>, String> action) {
        action.accept(byEvent, event.eventId());
        name(byEvent, event.text(Field.SUPERSEDES), action);
        name(byEvent, event.text(Field.MATCH_EVENT_ID), action);
        name(byAllegation, event.allegationId(), action);
        name(byCase, event.caseId(), action);
    }

    private static void name(Map<String, Dossier> index, String name, BiConsumer<Map<String, Dossier>, String> action) {
        if (name != null) {
            action.accept(index, name);
        }
    }
}
