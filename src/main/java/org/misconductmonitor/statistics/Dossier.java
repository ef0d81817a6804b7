package org.misconductmonitor.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.engine.Chronicle;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.Subject;

/** Facts that may say something of one another, and no others: as a rule one case, or a single report. */
final class Dossier {
    /** A fact is an eventId under one subject. */
    private record Identity(Subject subject, String eventId) {}

    private final Map<Identity, Event> facts = new HashMap<>(2);
    /** What they say, or null if that must be told anew. */
    private List<Known> story;
    /** The dossier that has taken in this one, or null. */
    private Dossier successor;

    /** @return null if the fact is new */
    Verdict take(Event event) {
        Identity identity = new Identity(event.subject(), event.eventId());
        Event known = facts.get(identity);
        Verdict verdict = known == null ? null : EventRevisions.compare(known, event);
        if (verdict == null || verdict == Verdict.REPLACES) {
            facts.put(identity, event);
            story = null;
        }
        return verdict;
    }

    /** Takes in another, which is empty from now on. */
    void join(Dossier other) {
        facts.putAll(other.facts);
        story = null;
        other.facts.clear();
        other.story = List.of();
        other.successor = this;
    }

    /** Where its facts are now. */
    Dossier latest() {
        Dossier latest = this;
        while (latest.successor != null) {
            latest = latest.successor;
        }
        return latest;
    }

    int size() {
        return facts.size();
    }

    List<Known> story() {
        if (story == null) {
            story = List.copyOf(Chronicle.of(facts.values()));
        }
        return story;
    }
}
