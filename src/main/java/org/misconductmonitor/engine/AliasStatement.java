package org.misconductmonitor.engine;

import java.time.Instant;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventRevisions;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** Reads ALIAS_LINKED and ALIAS_SPLIT: that an alias names an officer, or does not. */
public final class AliasStatement {
    private AliasStatement() {}

    /** Whether the event is a link or a split. */
    public static boolean is(Event event) {
        return event.type() == EventType.ALIAS_LINKED || event.type() == EventType.ALIAS_SPLIT;
    }

    /**
     * Whom a link or a split is about.
     *
     * @return the alias: if the field is absent, the key it was published under; null if it says nothing
     */
    public static String alias(Event statement) {
        String alias = statement.text(Field.ALIAS);
        return alias == null && statement.text(Field.TO_OFFICER_ID) != null ? statement.officerId() : alias;
    }

    /** @return the officer: if no other is named, the one it was published under */
    static String officer(Event statement) {
        String officer = statement.text(Field.TO_OFFICER_ID);
        return officer == null ? statement.officerId() : officer;
    }

    /** Whether it says anything, and of that alias. */
    static boolean isAbout(String alias, Event statement) {
        String state = statement.text(Field.RECORD_STATE);
        return is(statement)
                && alias.equals(alias(statement))
                && !alias.equals(officer(statement))
                && (state == null || "FINAL".equals(state));
    }

    /** Its start is inside, its end is not; without them it goes on for ever. */
    static boolean isValidAt(Instant time, Event statement) {
        Instant startsAt = statement.instant(Field.STARTS_AT);
        Instant endsAt = statement.instant(Field.ENDS_AT);
        return (startsAt == null || !time.isBefore(startsAt)) && (endsAt == null || time.isBefore(endsAt));
    }

    /** Which of two was said later; two versions of one fact, published under two keys, go by their rank. */
    static boolean isLater(Event statement, Event other) {
        int order = EventOrder.BY_TIME.compare(statement, other);
        return order > 0 || order == 0 && EventRevisions.compare(other, statement) == Verdict.REPLACES;
    }
}
