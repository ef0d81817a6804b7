package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * What was decided of an allegation, or that it was reopened.
 *
 * @param at business time
 * @param eventId the fact that says so
 * @param decided true: decided; false: reopened
 * @param finding the finding, or null when reopened, or when the decision names none
 */
public record Outcome(Instant at, String eventId, boolean decided, String finding) {
    static boolean decides(EventType type) {
        return type == EventType.FINALISED || type == EventType.REOPENED;
    }

    static Outcome of(Event event) {
        boolean decided = event.type() == EventType.FINALISED;
        return new Outcome(event.at(), event.eventId(), decided, decided ? event.text(Field.FINDING) : null);
    }

    /** @return the finding known at that time, or null; outcomes are in order of time */
    static String knownAt(List<Outcome> outcomes, Instant at) {
        String finding = null;
        for (Outcome outcome : outcomes) {
            if (!outcome.at.isAfter(at)) {
                finding = outcome.finding;
            }
        }
        return finding;
    }

    /** @return the finding of the last outcome, or null */
    static String latest(List<Outcome> outcomes) {
        return outcomes.isEmpty() ? null : outcomes.get(outcomes.size() - 1).finding;
    }

    /** @return the time from which the two histories differ, or null if they do not */
    static Instant differFrom(List<Outcome> a, List<Outcome> b) {
        int common = 0;
        while (common < a.size() && common < b.size() && a.get(common).equals(b.get(common))) {
            common++;
        }
        Instant first = common < a.size() ? a.get(common).at : null;
        Instant second = common < b.size() ? b.get(common).at : null;
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.isBefore(second) ? first : second;
    }
}
