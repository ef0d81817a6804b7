package org.misconductmonitor.engine;

import java.time.Instant;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventRevisions;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Hop;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/**
 * Decides which facts leave a record, and for where. Links of aliases go by what was published alone, reassignments by
 * what links have brought: so nothing that moves can call back what moved it.
 */
final class Travel {
    private final RecordIndex record;
    private final Aliases aliases;

    Travel(RecordIndex record) {
        this.record = record;
        this.aliases = new Aliases(record);
    }

    /** @return the hand-over that takes the fact away, or a copy of it if it is about an alias; null if it stays */
    Handover away(OfficerRecord.Entry entry) {
        Event event = entry.fact.event();
        if (record.subject().kind() != Subject.Kind.OFFICER || event.type() == EventType.ERASED || corrected(entry)) {
            return null;
        }
        if (AliasStatement.is(event)) {
            String alias = AliasStatement.alias(event);
            boolean known = alias == null || alias.equals(record.subject().id()) || entry.fact.hop() != null;
            return known ? null : Handover.toAlias(record.subject().id(), entry.fact);
        }
        Event link = link(entry);
        if (link != null) {
            return Handover.byLink(record.subject().id(), link, entry.fact, happenedAt(entry));
        }
        return event.type() == EventType.REASSIGNED || event.allegationId() == null || stopped(entry)
                ? null
                : reassigned(entry);
    }

    private Handover reassigned(OfficerRecord.Entry entry) {
        Event latest = latestReassignment(entry.fact.event().allegationId());
        String to = latest == null ? null : latest.text(Field.TO_OFFICER_ID);
        Hop moved = entry.fact.hop() == null ? null : entry.fact.hop().reassignment();
        boolean stays = to == null
                || to.equals(record.subject().id())
                || (moved != null && EventOrder.of(latest).compareTo(moved.order()) <= 0);
        return stays ? null : Handover.byReassignment(record.subject().id(), latest, entry.fact, happenedAt(entry));
    }

    private Event latestReassignment(String allegationId) {
        Event latest = null;
        for (OfficerRecord.Entry other : record.ofAllegation(allegationId)) {
            Event candidate = other.fact.event();
            if (candidate.type() == EventType.REASSIGNED
                    && published(other)
                    && !stopped(other)
                    && (latest == null || EventOrder.BY_TIME.compare(candidate, latest) > 0)) {
                latest = candidate;
            }
        }
        return latest;
    }

    /** Whether it is of this record: neither on its way nor out. */
    boolean rests(OfficerRecord.Entry entry) {
        boolean statement = AliasStatement.is(entry.fact.event());
        return (statement ? entry.fact.hop() == null : entry.away == null) && !stopped(entry);
    }

    /** Superseded by what was published under this officer, an alias of the officer included. */
    private boolean stopped(OfficerRecord.Entry entry) {
        if (corrected(entry)) {
            return true;
        }
        for (OfficerRecord.Entry other : record.naming(entry.fact.event().eventId())) {
            if (supersedes(other, entry) && published(other) && !outranked(other)) {
                return true;
            }
        }
        return outranked(entry) && published(entry);
    }

    /** Superseded by a fact published here, which may itself have been handed over since. */
    private boolean corrected(OfficerRecord.Entry entry) {
        for (OfficerRecord.Entry other : record.naming(entry.fact.event().eventId())) {
            if (other.fact.hop() == null && supersedes(other, entry)) {
                return true;
            }
        }
        return false;
    }

    static boolean supersedes(OfficerRecord.Entry other, OfficerRecord.Entry entry) {
        String eventId = entry.fact.event().eventId();
        return !eventId.equals(other.fact.event().eventId())
                && eventId.equals(other.fact.event().text(Field.SUPERSEDES));
    }

    /** Whether it counts as published under this officer: it was, or links have brought it, and none takes it on. */
    private boolean published(OfficerRecord.Entry entry) {
        Hop hop = entry.fact.hop();
        if (hop != null && (hop.reassignment() != null || AliasStatement.is(entry.fact.event()))) {
            return false;
        }
        return !corrected(entry) && link(entry) == null;
    }

    /** Whether a greater version of the fact counts as published under this officer. */
    private boolean outranked(OfficerRecord.Entry entry) {
        for (OfficerRecord.Entry other : record.withEventId(entry.fact.event().eventId())) {
            if (other != entry && published(other) && isGreater(other, entry)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the other version of a fact takes the place of this one. */
    boolean isGreater(OfficerRecord.Entry other, OfficerRecord.Entry entry) {
        return switch (EventRevisions.compare(entry.fact.event(), other.fact.event())) {
            case REPLACES -> true;
            case SUPERSEDED -> false;
            case DUPLICATE -> {
                int earlier = happenedAt(other).compareTo(happenedAt(entry));
                yield earlier < 0 || earlier == 0 && other.fact.key().compareTo(entry.fact.key()) < 0;
            }
        };
    }

    private Event link(OfficerRecord.Entry entry) {
        return record.aliasStatements().isEmpty() || AliasStatement.is(entry.fact.event())
                ? null
                : aliases.taking(happenedAt(entry), entry.fact.hop());
    }

    /** When what the fact tells of happened: an allegation is not torn apart, so its facts go by one time. */
    private Instant happenedAt(OfficerRecord.Entry entry) {
        StoredFact fact = entry.fact;
        if (fact.hop() != null) {
            return fact.hop().happenedAt() == null ? fact.ownTime() : fact.hop().happenedAt();
        }
        Event amended = null;
        Instant recorded = null;
        for (OfficerRecord.Entry other : record.ofAllegation(fact.event().allegationId())) {
            Event event = other.fact.event();
            if (other.fact.hop() != null || corrected(other)) {
                continue;
            }
            if (event.type() == EventType.AMENDED && event.instant(Field.OCCURRED_AT) != null) {
                amended = amended == null || EventOrder.BY_TIME.compare(event, amended) > 0 ? event : amended;
            } else if (event.type() == EventType.RECORDED) {
                Instant time = other.fact.ownTime();
                recorded = recorded == null || time.isBefore(recorded) ? time : recorded;
            }
        }
        if (amended != null) {
            return amended.instant(Field.OCCURRED_AT);
        }
        return recorded == null ? fact.ownTime() : recorded;
    }
}
