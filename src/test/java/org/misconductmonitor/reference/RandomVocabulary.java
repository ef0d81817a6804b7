package org.misconductmonitor.reference;

import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;

/** Which types random streams are made of. */
final class RandomVocabulary {
    /** Types besides RECORDED; those that matter more come more often. */
    static final List<EventType> LIFE = List.of(
            EventType.AMENDED,
            EventType.AMENDED,
            EventType.WITHDRAWN,
            EventType.RESTRICTED,
            EventType.RESTORED,
            EventType.REASSIGNED,
            EventType.REASSIGNED,
            EventType.ASSESSED,
            EventType.ASSESSED,
            EventType.FINALISED,
            EventType.FINALISED,
            EventType.REOPENED,
            EventType.REOPENED,
            EventType.INTELLIGENCE_MATCH,
            EventType.CONVICTION_FOUND,
            EventType.MATCH_DISMISSED,
            EventType.NOTICE_SERVED,
            EventType.CASE_CLOSED,
            EventType.POSTED,
            EventType.HOTLINE_REPORT,
            EventType.UNKNOWN);

    /** About a person, seldom about an allegation. */
    static final Set<EventType> OF_A_PERSON = Set.of(
            EventType.INTELLIGENCE_MATCH,
            EventType.CONVICTION_FOUND,
            EventType.MATCH_DISMISSED,
            EventType.POSTED,
            EventType.UNKNOWN);

    /** About no one person: these go into the record of the tenant. */
    static final Set<EventType> OF_NO_ONE = Set.of(EventType.HOTLINE_REPORT);

    private RandomVocabulary() {}
}
