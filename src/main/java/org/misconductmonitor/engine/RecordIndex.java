package org.misconductmonitor.engine;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.engine.OfficerRecord.Entry;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/** The facts of one record, found by what they name. */
final class RecordIndex {
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

    RecordIndex(Subject subject) {
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }

    /** @return the fact with that key, or null */
    Entry get(String key) {
        return entries.get(key);
    }

    /** The latest erasure published here, or null. */
    StoredFact erasure() {
        return erasure;
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

    void add(Entry entry) {
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

    void remove(Entry entry) {
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
