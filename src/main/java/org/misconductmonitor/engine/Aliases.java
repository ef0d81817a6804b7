package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Hop;

/** Whom the alias that has this record names, as the package description has it. */
final class Aliases {
    /** How many links a fact follows one after another; real chains are short, and what somebody makes up must end. */
    static final int MOST_LINKS = 64;

    private record Step(EventOrder link, String alias) {
        static final Comparator<Step> ORDER =
                Comparator.comparing(Step::link).thenComparing(Step::alias, EventOrder.BYTE_ORDER);

        boolean isBefore(Step other) {
            return ORDER.compare(this, other) < 0;
        }
    }

    private final RecordIndex record;

    Aliases(RecordIndex record) {
        this.record = record;
    }

    /**
     * @param happenedAt when what the fact tells of happened
     * @param hop how the fact came here, or null
     * @return the link that takes such a fact away, or null
     */
    Event taking(Instant happenedAt, Hop hop) {
        Event link = record.aliasStatements().isEmpty() ? null : naming(happenedAt);
        return link == null || endsHere(link, hop) ? null : link;
    }

    /** The latest link of that time that no later split of the same officer takes back. */
    private Event naming(Instant time) {
        Map<String, Event> latest = new HashMap<>();
        for (OfficerRecord.Entry entry : record.aliasStatements()) {
            Event statement = entry.fact.event();
            if (AliasStatement.isValidAt(time, statement) && !isOut(entry)) {
                latest.merge(
                        AliasStatement.officer(statement),
                        statement,
                        (some, other) -> AliasStatement.isLater(other, some) ? other : some);
            }
        }
        Event link = null;
        for (Event statement : latest.values()) {
            if (statement.type() == EventType.ALIAS_LINKED
                    && (link == null || AliasStatement.isLater(statement, link))) {
                link = statement;
            }
        }
        return link;
    }

    /** What was published elsewhere about this alias corrects likewise: the officer may have been the mistake. */
    private boolean isOut(OfficerRecord.Entry entry) {
        for (OfficerRecord.Entry other : record.naming(entry.fact.event().eventId())) {
            boolean speaks = other.fact.hop() == null || AliasStatement.is(other.fact.event());
            if (speaks && Travel.supersedes(other, entry)) {
                return true;
            }
        }
        return false;
    }

    /** Of links that lead in a circle the earliest does not hold, wherever the fact began to go round. */
    private boolean endsHere(Event link, Hop hop) {
        if (hop != null && hop.links() >= MOST_LINKS) {
            return true;
        }
        String to = AliasStatement.officer(link);
        Step here = new Step(EventOrder.of(link), record.subject().id());
        boolean earliest = true;
        for (Hop before = hop; before != null && before.link(); before = before.before()) {
            earliest &= here.isBefore(new Step(before.order(), before.fromOfficerId()));
            if (before.fromOfficerId().equals(to)) {
                return earliest;
            }
        }
        return false;
    }
}
