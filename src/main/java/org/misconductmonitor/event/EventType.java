package org.misconductmonitor.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an event says happened. The words are those of the schemas. */
public enum EventType {
    /** Published by a newer schema; its own word is kept in {@link Field#EVENT_TYPE}. Never evaluated. */
    UNKNOWN(0, null),
    /** An allegation was recorded. */
    RECORDED(1, Feed.ALLEGATIONS),
    /** Details of an allegation were corrected: the fields carried replace the earlier ones. */
    AMENDED(2, Feed.ALLEGATIONS),
    /** An allegation or case was withdrawn: it leaves every count. */
    WITHDRAWN(3, Feed.ALLEGATIONS),
    /** Processing of an allegation was restricted: it stays stored and leaves every count. */
    RESTRICTED(4, Feed.ALLEGATIONS),
    /** A withdrawal or restriction was lifted. */
    RESTORED(5, Feed.ALLEGATIONS),
    /** An allegation is really about another officer (toOfficerId). */
    REASSIGNED(6, Feed.ALLEGATIONS),
    /** Severity assessed. */
    ASSESSED(7, Feed.ALLEGATIONS),
    /** Notice of investigation served. */
    NOTICE_SERVED(8, Feed.ALLEGATIONS),
    /** An account was requested from the officer. */
    RESPONSE_REQUESTED(9, Feed.ALLEGATIONS),
    /** The officer's account was obtained. */
    RESPONSE_RECEIVED(10, Feed.ALLEGATIONS),
    /** Work on the case was logged. */
    ACTION_LOGGED(11, Feed.ALLEGATIONS),
    /** Referred to the independent body. */
    REFERRED(12, Feed.ALLEGATIONS),
    /** Outcome of the criminal matter. */
    CRIMINAL_OUTCOME(13, Feed.ALLEGATIONS),
    /** Decided whether there is a case to answer. */
    CASE_TO_ANSWER_DECIDED(14, Feed.ALLEGATIONS),
    /** Finding and discipline. */
    FINALISED(15, Feed.ALLEGATIONS),
    /** A finalised allegation is live again. */
    REOPENED(16, Feed.ALLEGATIONS),
    /** A case was opened. */
    CASE_OPENED(17, Feed.ALLEGATIONS),
    /** A case was closed. */
    CASE_CLOSED(18, Feed.ALLEGATIONS),
    /** Two cases concern one or connected incidents. */
    CASE_LINKED(19, Feed.ALLEGATIONS),
    /** They do not after all. */
    CASE_UNLINKED(20, Feed.ALLEGATIONS),
    /** Timeliness report made (Conduct Regulations 2020 reg 19). */
    PROGRESS_REPORTED(21, Feed.ALLEGATIONS),
    /** A warning is in force. */
    WARNING_STARTED(22, Feed.ALLEGATIONS),
    /** A warning ended or was quashed. */
    WARNING_ENDED(23, Feed.ALLEGATIONS),
    /** Appeal lodged. */
    APPEALED(24, Feed.ALLEGATIONS),
    /** Appeal decided. */
    APPEAL_DECIDED(25, Feed.ALLEGATIONS),
    /** The matter is held, sub judice or for prejudice. */
    HOLD_STARTED(26, Feed.ALLEGATIONS),
    /** The hold ended. */
    HOLD_ENDED(27, Feed.ALLEGATIONS),
    /** What was known of the officer up to then was erased. */
    ERASED(28, Feed.ALLEGATIONS),
    /** Whether a case has to be kept was reviewed (decision RETAIN or ERASE). */
    RETENTION_REVIEWED(29, Feed.ALLEGATIONS),
    /** Clearance applied for. */
    VETTING_APPLIED(40, Feed.VETTING),
    /** Clearance granted, with or without conditions. */
    VETTING_GRANTED(41, Feed.VETTING),
    /** Clearance refused. */
    VETTING_REFUSED(42, Feed.VETTING),
    /** Refusal or withdrawal appealed. */
    VETTING_APPEALED(43, Feed.VETTING),
    /** Renewal in progress. */
    VETTING_RENEWAL_STARTED(44, Feed.VETTING),
    /** Clearance expired. */
    VETTING_EXPIRED(45, Feed.VETTING),
    /** Assessment for withdrawal started. */
    VETTING_WITHDRAWAL_ASSESSED(46, Feed.VETTING),
    /** Clearance withdrawn. */
    VETTING_WITHDRAWN(47, Feed.VETTING),
    /** Clearance reinstated. */
    VETTING_REINSTATED(48, Feed.VETTING),
    /** Clearance lapsed on leaving. */
    VETTING_LAPSED(49, Feed.VETTING),
    /** Clearance accepted from another force. */
    VETTING_TRANSFERRED_IN(50, Feed.VETTING),
    /** A conviction or caution was found. */
    CONVICTION_FOUND(51, Feed.VETTING),
    /** A database search matched the person. */
    INTELLIGENCE_MATCH(52, Feed.VETTING),
    /** A criminal association was reported. */
    ASSOCIATION_REPORTED(53, Feed.VETTING),
    /** An arrest was reported. */
    ARREST_REPORTED(54, Feed.VETTING),
    /** A match turned out to be another person. */
    MATCH_DISMISSED(55, Feed.VETTING),
    /** The officer declared something. */
    DECLARATION_MADE(56, Feed.VETTING),
    /** A review of the person or of closed cases was opened. */
    REVIEW_OPENED(57, Feed.VETTING),
    /** The review gave a result. */
    REVIEW_RESULT(58, Feed.VETTING),
    /** The review was closed. */
    REVIEW_CLOSED(59, Feed.VETTING),
    /** Joined the force. */
    JOINED(70, Feed.WORKFORCE),
    /** Posted to a unit or role. */
    POSTED(71, Feed.WORKFORCE),
    /** Transferred to another force. */
    TRANSFERRED(72, Feed.WORKFORCE),
    /** Promoted. */
    PROMOTED(73, Feed.WORKFORCE),
    /** Rank changed, also to one that is held for a time, as an acting one. */
    RANK_CHANGED(74, Feed.WORKFORCE),
    /** Has another supervisor. */
    SUPERVISOR_CHANGED(75, Feed.WORKFORCE),
    /** Suspension or restriction started. */
    MEASURE_STARTED(76, Feed.WORKFORCE),
    /** Suspension or restriction reviewed. */
    MEASURE_REVIEWED(77, Feed.WORKFORCE),
    /** Suspension or restriction ended. */
    MEASURE_ENDED(78, Feed.WORKFORCE),
    /** Gave notice to resign or retire. */
    LEAVE_NOTICE(79, Feed.WORKFORCE),
    /** Left the force. */
    LEFT(80, Feed.WORKFORCE),
    /** Reported to a national list. */
    LIST_REPORTED(81, Feed.WORKFORCE),
    /** An alias names this officer. */
    ALIAS_LINKED(82, Feed.WORKFORCE),
    /** An alias does not name this officer after all. */
    ALIAS_SPLIT(83, Feed.WORKFORCE),
    /** An access audit found a breach. */
    ACCESS_AUDITED(84, Feed.WORKFORCE),
    /** Number employed. */
    WORKFORCE_COUNT(85, Feed.WORKFORCE),
    /** People added to a unit. */
    STAFF_ASSIGNED(86, Feed.WORKFORCE),
    /** Given an award or commendation. */
    AWARDED(87, Feed.WORKFORCE),
    /** A report was received. */
    HOTLINE_REPORT(100, Feed.REPORTS),
    /** An investigation was opened from a report. */
    INVESTIGATION_OPENED(101, Feed.REPORTS),
    /** A report was closed. */
    REPORT_CLOSED(102, Feed.REPORTS),
    /** A publisher is alive and has nothing else to say. */
    PUBLISHER_HEARTBEAT(103, Feed.REPORTS);

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private static final EventType[] BY_ID = byId();

    private final int id;
    private final Feed feed;

    EventType(int id, Feed feed) {
        this.id = id;
        this.feed = feed;
    }

    /** Stable number of the type in stored state; never reused. */
    public int id() {
        return id;
    }

    /** The feed that publishes it; null for {@link #UNKNOWN}, which any feed may publish. */
    public Feed feed() {
        return feed;
    }

    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @return the type of that number, {@link #UNKNOWN} if a newer release wrote it */
    public static EventType ofId(int id) {
        return id >= 0 && id < BY_ID.length ? BY_ID[id] : UNKNOWN;
    }

    private static EventType[] byId() {
        int greatest = Arrays.stream(values()).mapToInt(EventType::id).max().orElse(0);
        EventType[] types = new EventType[greatest + 1];
        Arrays.fill(types, UNKNOWN);
        for (EventType type : values()) {
            types[type.id] = type;
        }
        return types;
    }
}
