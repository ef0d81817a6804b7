package org.misconductmonitor.engine;

import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.Hop;

/** Says in words why alerts change. Ids only: no personal data. */
final class Reasons {
    /** Says nothing of what was erased. */
    static final String ERASED = "erased";

    private Reasons() {}

    static String of(Event event, Verdict verdict) {
        String what = what(event);
        String by = " (event " + event.eventId() + ")";
        if (verdict == Verdict.REPLACES) {
            return what + " was revised" + by;
        }
        return switch (event.type()) {
            case AMENDED -> what + " was amended" + by;
            case WITHDRAWN -> what + " was withdrawn" + by;
            case RESTRICTED -> "processing of " + what + " was restricted" + by;
            case RESTORED -> what + " was restored" + by;
            case REASSIGNED -> what + " was reassigned to another officer" + by;
            case ALIAS_LINKED -> "an alias was linked to an officer" + by;
            case ALIAS_SPLIT -> "an alias was split from an officer" + by;
            case MATCH_DISMISSED -> "a match turned out to be another person" + by;
            default -> what + " became known late" + by;
        };
    }

    static String of(Handover handover) {
        Event event = handover.fact().event();
        Hop hop = handover.fact().hop();
        String by = " (event " + hop.eventId() + ")";
        if (AliasStatement.is(event)) {
            return "what is known of an alias has changed" + by;
        }
        if (hop.link()) {
            return (handover.present()
                            ? "an alias of this officer told of "
                            : "an alias of this officer no longer tells of ")
                    + what(event)
                    + by;
        }
        return what(event) + (handover.present() ? " was reassigned to this officer" : " was reassigned back") + by;
    }

    private static String what(Event event) {
        return event.allegationId() != null
                ? "allegation " + event.allegationId()
                : event.caseId() != null ? "case " + event.caseId() : "a fact";
    }
}
