package org.misconductmonitor.engine;

import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;

/** Says in words why alerts change. Ids only: no personal data. */
final class Reasons {
    private Reasons() {}

    static String of(Event event, Verdict verdict) {
        String what = event.allegationId() != null
                ? "allegation " + event.allegationId()
                : event.caseId() != null ? "case " + event.caseId() : "a fact";
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
            case MATCH_DISMISSED -> "a match turned out to be another person" + by;
            default -> what + " became known late" + by;
        };
    }

    static String of(Handover handover) {
        Event event = handover.fact().event();
        return "allegation " + event.allegationId()
                + (handover.present() ? " was reassigned to this officer" : " was reassigned back")
                + " (event " + handover.fact().hop().eventId() + ")";
    }
}
