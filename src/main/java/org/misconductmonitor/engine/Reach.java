package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * Finds every fact of a record that may go out, come back or look otherwise when a given one comes or goes. For nearly
 * every fact that is nothing, or the few of its allegation.
 */
final class Reach {
    private final RecordIndex record;
    private final List<OfficerRecord.Entry> found = new ArrayList<>();
    /** Facts whose going out or coming back must be followed further. */
    private final List<Event> open = new ArrayList<>();

    Reach(RecordIndex record) {
        this.record = record;
    }

    /** @return the facts, each once, in a list that is used again at the next call */
    List<OfficerRecord.Entry> of(Event event) {
        found.clear();
        open.clear();
        open.add(event);
        for (int i = 0; i < open.size(); i++) {
            settle(open.get(i));
        }
        for (int i = 0; i < open.size(); i++) {
            collectSpokenOf(open.get(i));
        }
        for (OfficerRecord.Entry entry : found) {
            entry.reached = false;
        }
        return found;
    }

    /** @return both without repetition: the second list itself, or the first one grown */
    static List<OfficerRecord.Entry> union(List<OfficerRecord.Entry> some, List<OfficerRecord.Entry> more) {
        if (some.isEmpty()) {
            return more;
        }
        some.forEach(entry -> entry.reached = true);
        for (OfficerRecord.Entry entry : more) {
            if (!entry.reached) {
                some.add(entry);
            }
        }
        some.forEach(entry -> entry.reached = false);
        return some;
    }

    private void settle(Event event) {
        follow(record.withEventId(event.eventId()), event);
        follow(record.withEventId(event.text(Field.SUPERSEDES)), event);
        if (event.type() == EventType.REASSIGNED || !record.aliasStatements().isEmpty()) {
            follow(record.ofAllegation(event.allegationId()), event);
        }
        if (AliasStatement.isAbout(record.subject().id(), event)) {
            follow(record.entries(), event);
        }
    }

    private void follow(Collection<OfficerRecord.Entry> entries, Event from) {
        for (OfficerRecord.Entry entry : entries) {
            if (add(entry) && entry.fact.event() != from) {
                open.add(entry.fact.event());
            }
        }
    }

    private void collectSpokenOf(Event event) {
        List<OfficerRecord.Entry> siblings = record.ofAllegation(event.allegationId());
        addAll(siblings, event);
        if (event.allegationId() == null && Statements.speaks(event.type())) {
            addAll(record.ofCase(event.caseId()), event);
        }
        addAll(record.withEventId(Statements.namedFact(event)), event);
    }

    private void addAll(List<OfficerRecord.Entry> entries, Event event) {
        for (OfficerRecord.Entry entry : entries) {
            add(entry);
            if (isBaseOfOthers(entry, event)) {
                record.ofAllegation(entry.fact.event().allegationId()).forEach(this::add);
            }
        }
    }

    /** What is said of a RECORDED fact shows in the facts of its allegation, whatever the speaker's own one is. */
    private static boolean isBaseOfOthers(OfficerRecord.Entry entry, Event event) {
        return entry.fact.event().type() == EventType.RECORDED
                && !Objects.equals(event.allegationId(), entry.fact.event().allegationId());
    }

    private boolean add(OfficerRecord.Entry entry) {
        if (entry.reached) {
            return false;
        }
        entry.reached = true;
        found.add(entry);
        return true;
    }
}
