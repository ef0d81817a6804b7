package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/** What all facts known so far say about one subject. One thread at a time. */
final class OfficerRecord {
    /** A fact and what becomes of it in this record. */
    static final class Entry {
        final StoredFact fact;
        /** As rules see it, or null if it does not count. */
        Observation seen;
        /** The hand-over that takes it away, or a copy of it where it is about an alias; or null. */
        Handover away;
        /** Whether a search under way has come here. */
        boolean reached;

        Entry(StoredFact fact) {
            this.fact = fact;
        }
    }

    private static final Comparator<Entry> BY_KEY = Comparator.comparing(entry -> entry.fact.key());

    private final RecordIndex index;
    private final Travel travel;
    private final Observer observer;
    private final Reach reach;

    OfficerRecord(Subject subject) {
        this.index = new RecordIndex(subject);
        this.travel = new Travel(index);
        this.observer = new Observer(index, travel);
        this.reach = new Reach(index);
    }

    /** Where its facts are found. */
    RecordIndex index() {
        return index;
    }

    Subject subject() {
        return index.subject();
    }

    StoredFact get(String key) {
        Entry entry = index.get(key);
        return entry == null ? null : entry.fact;
    }

    /** Whether it lies before an erasure: it must not be known here any more. */
    boolean hasErased(Event event) {
        StoredFact erasure = index.erasure();
        return erasure != null && isErasedBy(event, erasure.event());
    }

    private static boolean isErasedBy(Event event, Event erasure) {
        return event.type() == EventType.ERASED || !event.at().isAfter(erasure.at());
    }

    /** The fact as rules see it now, or null. */
    Observation seen(String key) {
        Entry entry = index.get(key);
        return entry == null ? null : entry.seen;
    }

    /** The fact for those who look at the record. */
    RecordView.Fact view(Entry entry) {
        return new RecordView.Fact(entry.fact, observer.standing(entry), observer.view(entry));
    }

    /** Takes facts in without saying what changed: for building a record from its store. */
    void load(Iterable<StoredFact> facts) {
        for (StoredFact fact : facts) {
            index.add(new Entry(fact));
        }
        index.entries().forEach(entry -> entry.away = travel.away(entry));
        index.entries().forEach(entry -> entry.seen = observer.observe(entry));
    }

    /**
     * Puts one fact in the place of another with the same key.
     *
     * @param replaced the fact to remove, or null
     * @param arriving the fact to add, or null
     * @return what changed, facts that look the same left out
     */
    RecordChange replace(StoredFact replaced, StoredFact arriving) {
        Entry gone = replaced == null ? null : index.get(replaced.key());
        Entry come = arriving == null ? null : new Entry(arriving);
        List<Entry> others = others(replaced, arriving, gone);
        RecordChange.Builder change = new RecordChange.Builder(others);
        if (gone != null) {
            index.remove(gone);
        }
        if (come != null) {
            index.add(come);
            come.away = travel.away(come);
        }
        // A hand-over decides who is out, and who is out decides what is said of the others: two passes.
        for (Entry entry : others) {
            entry.away = travel.away(entry);
        }
        if (come != null) {
            come.seen = observer.observe(come);
        }
        for (Entry entry : others) {
            entry.seen = observer.observe(entry);
        }
        return change.build(gone, come);
    }

    /**
     * Forgets everything that lies before an erasure later than all others, and those.
     *
     * @param forgotten takes what was forgotten
     */
    RecordChange erase(StoredFact latest, List<StoredFact> forgotten) {
        Map<Boolean, List<Entry>> parts = index.entries().stream()
                .sorted(BY_KEY)
                .collect(Collectors.partitioningBy(entry -> isErasedBy(entry.fact.event(), latest.event())));
        List<Entry> left = parts.get(false);
        RecordChange.Builder change = new RecordChange.Builder(left);
        parts.get(true).forEach(gone -> {
            index.remove(gone);
            forgotten.add(gone.fact);
        });
        index.add(new Entry(latest));
        left.forEach(entry -> entry.away = travel.away(entry));
        left.forEach(entry -> entry.seen = observer.observe(entry));
        return change.build(parts.get(true));
    }

    /** What may look otherwise then, but for the two facts themselves. */
    private List<Entry> others(StoredFact replaced, StoredFact arriving, Entry gone) {
        List<Entry> others = List.of();
        if (replaced != null) {
            others = new ArrayList<>(reach.of(replaced.event()));
        }
        if (arriving != null) {
            others = Reach.union(others, reach.of(arriving.event()));
        }
        if (gone != null) {
            others.remove(gone);
        }
        if (others.size() > 1) {
            // The indexes hold facts in the order they came or were loaded, and what is published must not depend on
            // whether the record was kept or built again.
            others.sort(BY_KEY);
        }
        return others;
    }
}
