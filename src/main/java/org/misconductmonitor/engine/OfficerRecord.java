package org.misconductmonitor.engine;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/** What all facts known so far say about one subject. One thread at a time. */
final class OfficerRecord {
    /** A fact and what becomes of it in this record. */
    static final class Entry {
        final StoredFact fact;
        /** As rules see it, or null if it does not count. */
        Observation seen;
        /** The hand-over that takes it away, or null. */
        Handover away;

        Entry(StoredFact fact) {
            this.fact = fact;
        }
    }

    private final Subject subject;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, List<Entry>> byAllegation = new HashMap<>();
    private final Map<String, List<Entry>> byCase = new HashMap<>();
    private final Map<String, List<Entry>> aboutCase = new HashMap<>();
    private final Map<YearMonth, List<Entry>> byMonth = new HashMap<>();
    private final Map<String, List<Entry>> byEventId = new HashMap<>();
    private final Map<String, List<Entry>> namingEvent = new HashMap<>();
    private final Observer observer;

    OfficerRecord(Subject subject) {
        this.subject = subject;
        this.observer = new Observer(this);
    }

    Subject subject() {
        return subject;
    }

    StoredFact get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.fact;
    }

    /** The fact as rules see it now, or null. */
    Observation seen(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.seen;
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    List<Entry> ofAllegation(String allegationId) {
        return allegationId == null ? List.of() : byAllegation.getOrDefault(allegationId, List.of());
    }

    private List<Entry> ofCase(String caseId) {
        return caseId == null ? List.of() : byCase.getOrDefault(caseId, List.of());
    }

    /** Facts about the case as a whole: those that name no allegation. */
    List<Entry> aboutCase(String caseId) {
        return caseId == null ? List.of() : aboutCase.getOrDefault(caseId, List.of());
    }

    List<Entry> ofMonth(YearMonth month) {
        return byMonth.getOrDefault(month, List.of());
    }

    /** Facts that supersede or dismiss the fact with that eventId. */
    List<Entry> naming(String eventId) {
        return namingEvent.getOrDefault(eventId, List.of());
    }

    /** Takes facts in without saying what changed: for building a record from its store. */
    void load(Iterable<StoredFact> facts) {
        for (StoredFact fact : facts) {
            index(new Entry(fact));
        }
        List<Entry> all = new ArrayList<>(entries.values());
        all.forEach(entry -> entry.away = observer.away(entry));
        all.forEach(entry -> entry.seen = observer.observe(entry));
    }

    /**
     * Puts one fact in the place of another.
     *
     * @param replaced the fact to remove, or null
     * @param arriving the fact to add, or null
     * @return what changed, facts that look the same left out
     */
    RecordChange replace(StoredFact replaced, StoredFact arriving) {
        // Sorted, because the indexes hold facts in the order they came or were loaded, and what is published must not
        // depend on whether the record was kept or built again.
        Map<String, Entry> related = new TreeMap<>();
        collectReach(replaced, related);
        collectReach(arriving, related);
        RecordChange.Builder change = new RecordChange.Builder();
        related.forEach((key, entry) -> change.before(key, entry.seen, entry.away));
        if (replaced != null) {
            unindex(entries.get(replaced.key()));
            related.remove(replaced.key());
        }
        if (arriving != null) {
            Entry entry = new Entry(arriving);
            index(entry);
            related.put(arriving.key(), entry);
        }
        // A hand-over decides who is out, and who is out decides what is said of the others: two passes.
        related.values().forEach(entry -> entry.away = observer.away(entry));
        related.values().forEach(entry -> entry.seen = observer.observe(entry));
        related.forEach((key, entry) -> change.after(key, entry.seen, entry.away));
        return change.build();
    }

    /** Finds every fact that may go out, come back or look otherwise when the given one comes or goes. */
    private void collectReach(StoredFact fact, Map<String, Entry> related) {
        if (fact == null) {
            return;
        }
        Set<Event> unsettled = new LinkedHashSet<>();
        unsettled.add(fact.event());
        Deque<Event> open = new ArrayDeque<>(unsettled);
        while (!open.isEmpty()) {
            Event event = open.poll();
            List<Entry> next = new ArrayList<>(withEventId(event.eventId()));
            next.addAll(withEventId(event.text(Field.SUPERSEDES)));
            if (event.type() == EventType.REASSIGNED) {
                next.addAll(ofAllegation(event.allegationId()));
            }
            for (Entry entry : next) {
                if (unsettled.add(entry.fact.event())) {
                    open.add(entry.fact.event());
                }
                related.put(entry.fact.key(), entry);
            }
        }
        unsettled.forEach(event -> collectSpokenOf(event, related));
    }

    private void collectSpokenOf(Event event, Map<String, Entry> related) {
        List<Entry> found = new ArrayList<>(ofAllegation(event.allegationId()));
        if (event.allegationId() == null && Statements.speaks(event.type())) {
            found.addAll(ofCase(event.caseId()));
        }
        found.addAll(withEventId(Statements.namedFact(event)));
        for (Entry entry : found) {
            related.put(entry.fact.key(), entry);
            if (isBaseOfOthers(entry, event)) {
                ofAllegation(entry.fact.event().allegationId()).forEach(e -> related.put(e.fact.key(), e));
            }
        }
    }

    /** What is said of a RECORDED fact shows in the facts of its allegation, whatever the speaker's own one is. */
    private static boolean isBaseOfOthers(Entry entry, Event event) {
        return entry.fact.event().type() == EventType.RECORDED
                && !Objects.equals(event.allegationId(), entry.fact.event().allegationId());
    }

    /** Facts with that eventId: several if some were handed over. */
    List<Entry> withEventId(String eventId) {
        return eventId == null ? List.of() : byEventId.getOrDefault(eventId, List.of());
    }

    private static List<String> named(StoredFact fact) {
        String superseded = fact.event().text(Field.SUPERSEDES);
        String dismissed = Statements.namedFact(fact.event());
        if (superseded == null && dismissed == null) {
            return List.of();
        }
        List<String> named = new ArrayList<>(2);
        Collections.addAll(named, superseded, dismissed);
        named.removeIf(eventId -> eventId == null);
        return named;
    }

    private void index(Entry entry) {
        entries.put(entry.fact.key(), entry);
        add(byMonth, entry.fact.month(), entry);
        add(byAllegation, entry.fact.event().allegationId(), entry);
        add(byCase, entry.fact.event().caseId(), entry);
        add(aboutCase, caseAlone(entry), entry);
        add(byEventId, entry.fact.event().eventId(), entry);
        named(entry.fact).forEach(eventId -> add(namingEvent, eventId, entry));
    }

    private void unindex(Entry entry) {
        entries.remove(entry.fact.key());
        remove(byMonth, entry.fact.month(), entry);
        remove(byAllegation, entry.fact.event().allegationId(), entry);
        remove(byCase, entry.fact.event().caseId(), entry);
        remove(aboutCase, caseAlone(entry), entry);
        remove(byEventId, entry.fact.event().eventId(), entry);
        named(entry.fact).forEach(eventId -> remove(namingEvent, eventId, entry));
    }

    private static String caseAlone(Entry entry) {
        return entry.fact.event().allegationId() == null ? entry.fact.event().caseId() : null;
    }

    private static <K> void add(Map<K, List<Entry>> index, K key, Entry entry) {
        if (key != null) {
            index.computeIfAbsent(key, k -> new ArrayList<>(2)).add(entry);
        }
    }

    private static <K> void remove(Map<K, List<Entry>> index, K key, Entry entry) {
        if (key != null && index.get(key).remove(entry) && index.get(key).isEmpty()) {
            index.remove(key);
        }
    }
}
