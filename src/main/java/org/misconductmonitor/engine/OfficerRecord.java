package org.misconductmonitor.engine;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        /** The hand-over that takes it away, or a copy of it where it is about an alias; or null. */
        Handover away;
        /** Whether a search under way has come here. */
        boolean reached;

        Entry(StoredFact fact) {
            this.fact = fact;
        }
    }

    private static final Comparator<Entry> BY_KEY = Comparator.comparing(entry -> entry.fact.key());

    private final Subject subject;
    private final Map<String, Entry> entries = new HashMap<>();
    private final EntryIndex byAllegation = new EntryIndex();
    private final EntryIndex byCase = new EntryIndex();
    private final EntryIndex aboutCase = new EntryIndex();
    /** Facts handed over from elsewhere, by eventId: all others are found by their key, which is their eventId. */
    private final EntryIndex handedOver = new EntryIndex();

    private final EntryIndex namingEvent = new EntryIndex();
    private final NewestMonth newestMonth = new NewestMonth();
    private final List<Entry> aliasStatements = new ArrayList<>(0);
    /** The latest erasure, or null. */
    private StoredFact erasure;

    private final Travel travel;
    private final Observer observer;
    private final Reach reach;

    OfficerRecord(Subject subject) {
        this.subject = subject;
        this.travel = new Travel(this);
        this.observer = new Observer(this, travel);
        this.reach = new Reach(this);
    }

    Subject subject() {
        return subject;
    }

    StoredFact get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.fact;
    }

    /** The latest erasure published here, or null. */
    StoredFact erasure() {
        return erasure;
    }

    /** Whether it lies before an erasure: it must not be known here any more. */
    boolean hasErased(Event event) {
        return erasure != null && isErasedBy(event, erasure.event());
    }

    private static boolean isErasedBy(Event event, Event erasure) {
        return event.type() == EventType.ERASED || !event.at().isAfter(erasure.at());
    }

    /** The fact as rules see it now, or null. */
    Observation seen(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.seen;
    }

    /** The fact for those who look at the record. */
    RecordView.Fact view(Entry entry) {
        return new RecordView.Fact(entry.fact, observer.standing(entry), observer.view(entry));
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    List<Entry> ofAllegation(String allegationId) {
        return byAllegation.get(allegationId);
    }

    List<Entry> ofCase(String caseId) {
        return byCase.get(caseId);
    }

    /** Facts about the case as a whole: those that name no allegation. */
    List<Entry> aboutCase(String caseId) {
        return aboutCase.get(caseId);
    }

    /** Looks at every fact unless it is the newest month: late facts and corrections cost that anyway. */
    List<Entry> ofMonth(YearMonth month) {
        List<Entry> newest = newestMonth.of(month);
        return newest != null
                ? newest
                : entries.values().stream()
                        .filter(entry -> entry.fact.month().equals(month))
                        .toList();
    }

    /** Facts that supersede or dismiss the fact with that eventId. */
    List<Entry> naming(String eventId) {
        return namingEvent.get(eventId);
    }

    /** Facts that say whom this subject, taken as an alias, names. */
    List<Entry> aliasStatements() {
        return aliasStatements;
    }

    /** Facts with that eventId: several if some were handed over. */
    List<Entry> withEventId(String eventId) {
        Entry published = eventId == null ? null : entries.get(eventId);
        List<Entry> others = handedOver.get(eventId);
        if (published == null || others.isEmpty()) {
            return published == null ? others : List.of(published);
        }
        List<Entry> all = new ArrayList<>(others);
        all.add(published);
        return all;
    }

    /** Takes facts in without saying what changed: for building a record from its store. */
    void load(Iterable<StoredFact> facts) {
        for (StoredFact fact : facts) {
            index(new Entry(fact));
        }
        entries.values().forEach(entry -> entry.away = travel.away(entry));
        entries.values().forEach(entry -> entry.seen = observer.observe(entry));
    }

    /**
     * Puts one fact in the place of another with the same key.
     *
     * @param replaced the fact to remove, or null
     * @param arriving the fact to add, or null
     * @return what changed, facts that look the same left out
     */
    RecordChange replace(StoredFact replaced, StoredFact arriving) {
        Entry gone = replaced == null ? null : entries.get(replaced.key());
        Entry come = arriving == null ? null : new Entry(arriving);
        List<Entry> others = others(replaced, arriving, gone);
        RecordChange.Builder change = new RecordChange.Builder(others);
        if (gone != null) {
            unindex(gone);
        }
        if (come != null) {
            index(come);
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
        Map<Boolean, List<Entry>> parts = entries.values().stream()
                .sorted(BY_KEY)
                .collect(Collectors.partitioningBy(entry -> isErasedBy(entry.fact.event(), latest.event())));
        List<Entry> left = parts.get(false);
        RecordChange.Builder change = new RecordChange.Builder(left);
        parts.get(true).forEach(gone -> {
            unindex(gone);
            forgotten.add(gone.fact);
        });
        index(new Entry(latest));
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

    private void index(Entry entry) {
        Event event = entry.fact.event();
        entries.put(entry.fact.key(), entry);
        newestMonth.add(entry);
        if (event.type() == EventType.ERASED) {
            // It says nothing of single facts.
            erasure = entry.fact;
            return;
        }
        if (AliasStatement.isAbout(subject.id(), event)) {
            aliasStatements.add(entry);
        }
        byAllegation.add(event.allegationId(), entry);
        byCase.add(event.caseId(), entry);
        aboutCase.add(caseAlone(event), entry);
        handedOver.add(entry.fact.hop() == null ? null : event.eventId(), entry);
        namingEvent.add(event.text(Field.SUPERSEDES), entry);
        namingEvent.add(dismissed(event), entry);
    }

    private void unindex(Entry entry) {
        Event event = entry.fact.event();
        entries.remove(entry.fact.key());
        newestMonth.remove(entry);
        if (event.type() == EventType.ERASED) {
            erasure = null;
            return;
        }
        aliasStatements.remove(entry);
        byAllegation.remove(event.allegationId(), entry);
        byCase.remove(event.caseId(), entry);
        aboutCase.remove(caseAlone(event), entry);
        handedOver.remove(entry.fact.hop() == null ? null : event.eventId(), entry);
        namingEvent.remove(event.text(Field.SUPERSEDES), entry);
        namingEvent.remove(dismissed(event), entry);
    }

    /** A fact may name another in two ways, but is listed under it once. */
    private static String dismissed(Event event) {
        String dismissed = Statements.namedFact(event);
        return dismissed == null || dismissed.equals(event.text(Field.SUPERSEDES)) ? null : dismissed;
    }

    private static String caseAlone(Event event) {
        return event.allegationId() == null ? event.caseId() : null;
    }
}
