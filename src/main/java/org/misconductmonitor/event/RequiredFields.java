package org.misconductmonitor.event;

import static org.misconductmonitor.event.Field.*;

import java.util.EnumMap;
import java.util.Map;

/** The fields without which an event of its type could have no effect: the rest is optional. */
final class RequiredFields {
    private static final Field[][] NOTHING = {};
    private static final Map<EventType, Field[][]> BY_TYPE = byType();

    private RequiredFields() {}

    /** @return what is missing (of alternatives the first), or null */
    static Rejection missing(Event event) {
        for (Field[] alternatives : BY_TYPE.get(event.type())) {
            if (!hasOne(event, alternatives)) {
                return new Rejection(Rejection.Reason.MISSING_FIELD, alternatives[0]);
            }
        }
        return null;
    }

    private static boolean hasOne(Event event, Field[] alternatives) {
        for (Field field : alternatives) {
            if (has(event, field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Event event, Field field) {
        return switch (field) {
            case OFFICER_ID -> event.officerId() != null;
            case CASE_ID -> event.caseId() != null;
            case ALLEGATION_ID -> event.allegationId() != null;
            default -> event.details().get(field) != null;
        };
    }

    private static Map<EventType, Field[][]> byType() {
        Map<EventType, Field[][]> required = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            required.put(type, of(type));
        }
        return required;
    }

    private static Field[][] of(EventType type) {
        return switch (type) {
            case UNKNOWN -> NOTHING;
            case RECORDED -> all(one(OFFICER_ID), one(CASE_ID), one(ALLEGATION_ID), one(CATEGORY, GROUP));
            case AMENDED, ASSESSED, FINALISED -> all(one(OFFICER_ID), one(ALLEGATION_ID));
            case WITHDRAWN, RESTRICTED, RESTORED, REOPENED -> all(one(OFFICER_ID), one(ALLEGATION_ID, CASE_ID));
            case REASSIGNED -> all(one(OFFICER_ID), one(ALLEGATION_ID), one(TO_OFFICER_ID));
            case NOTICE_SERVED,
                    ACTION_LOGGED,
                    REFERRED,
                    CRIMINAL_OUTCOME,
                    CASE_TO_ANSWER_DECIDED,
                    PROGRESS_REPORTED,
                    APPEALED,
                    APPEAL_DECIDED,
                    HOLD_STARTED,
                    HOLD_ENDED -> all(one(CASE_ID, ALLEGATION_ID));
            case RESPONSE_REQUESTED, RESPONSE_RECEIVED, CASE_OPENED, CASE_CLOSED -> all(one(CASE_ID));
            case RETENTION_REVIEWED -> all(one(CASE_ID), one(DECISION));
            case CASE_LINKED, CASE_UNLINKED -> all(one(CASE_ID), one(LINKED_CASE_ID));
            case REVIEW_OPENED, REVIEW_RESULT, REVIEW_CLOSED -> all(one(OFFICER_ID, CASE_ID));
            case MEASURE_STARTED, MEASURE_REVIEWED, MEASURE_ENDED -> all(one(OFFICER_ID), one(MEASURE));
            case ALIAS_LINKED, ALIAS_SPLIT -> all(one(OFFICER_ID), one(ALIAS, TO_OFFICER_ID));
            case WORKFORCE_COUNT -> all(one(OFFICERS, OFFICERS_AND_STAFF));
            case STAFF_ASSIGNED -> all(one(ADDED));
            case HOTLINE_REPORT, REPORT_CLOSED -> all(one(REPORT_ID));
            case INVESTIGATION_OPENED -> all(one(CASE_ID, INVESTIGATION_ID));
            case PUBLISHER_HEARTBEAT -> all(one(PUBLISHER_ID));
            default -> all(one(OFFICER_ID));
        };
    }

    private static Field[] one(Field... alternatives) {
        return alternatives;
    }

    private static Field[][] all(Field[]... requirements) {
        return requirements;
    }
}
