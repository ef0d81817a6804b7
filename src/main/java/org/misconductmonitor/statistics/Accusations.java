package org.misconductmonitor.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.engine.Outcome;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.TimeBasis;

/** Allegations against officers: as recorded, while they are open, and as decided. */
final class Accusations {
    private static final double SECONDS_A_DAY = 86_400;

    private record Accusation(Subject officer, String allegationId) {}

    private Accusations() {}

    static List<Item> recorded(Snapshot snapshot, Query query) {
        Map<Subject, List<Known>> reviews = reviews(snapshot, query);
        return snapshot.facts(EventType.RECORDED).stream()
                .map(known -> Source.item(known).with(Dimension.REVIEWED_IN, reviewedIn(known, reviews)))
                .toList();
    }

    static List<Item> open(Snapshot snapshot, Query query) {
        Map<Subject, List<Known>> reviews = reviews(snapshot, query);
        List<Item> items = new ArrayList<>();
        for (Known known : snapshot.facts(EventType.RECORDED)) {
            for (Spell spell : Spell.ofAllegation(known.fact())) {
                items.add(new Item(known, spell.from(), spell.until())
                        .with(Dimension.REVIEWED_IN, reviewedIn(known, reviews)));
            }
        }
        return items;
    }

    /** Decisions, worth the days since the allegation was recorded, or reopened for the last time. */
    static List<Item> decided(Snapshot snapshot, Query query) {
        Map<Accusation, Known> recorded = new HashMap<>();
        for (Known known : snapshot.facts(EventType.RECORDED)) {
            recorded.merge(accusation(known), known, Accusations::earlier);
        }
        return snapshot.facts(EventType.FINALISED).stream()
                .map(known -> Source.item(known).worth(days(known, recorded.get(accusation(known)))))
                .toList();
    }

    private static Double days(Known decision, Known recorded) {
        Instant at = decision.fact().event().at();
        Instant start = recorded == null ? null : recorded.fact().time(TimeBasis.RECORDED_AT);
        for (Outcome outcome : decision.fact().outcomes()) {
            if (!outcome.decided() && !outcome.at().isAfter(at)) {
                start = outcome.at();
            }
        }
        boolean known = start != null && !start.isAfter(at);
        return known ? Duration.between(start, at).toSeconds() / SECONDS_A_DAY : null;
    }

    private static Known earlier(Known a, Known b) {
        return EventOrder.BY_TIME.compare(a.fact().event(), b.fact().event()) <= 0 ? a : b;
    }

    private static Accusation accusation(Known known) {
        return new Accusation(known.subject(), known.fact().event().allegationId());
    }

    private static Map<Subject, List<Known>> reviews(Snapshot snapshot, Query query) {
        Map<Subject, List<Known>> reviews = new HashMap<>();
        if (query.mentions(Dimension.REVIEWED_IN)) {
            snapshot.facts(EventType.REVIEW_OPENED).stream()
                    .sorted(Comparator.comparing(known -> known.fact().event(), EventOrder.BY_TIME))
                    .forEach(known -> reviews.computeIfAbsent(known.subject(), none -> new ArrayList<>())
                            .add(known));
        }
        return reviews;
    }

    /** The operation of the last review of the officer, or of the officer's part in the case; null: none. */
    private static String reviewedIn(Known accusation, Map<Subject, List<Known>> reviews) {
        String operation = null;
        for (Known review : reviews.getOrDefault(accusation.subject(), List.of())) {
            String caseId = review.fact().text(Field.CASE_ID);
            if (caseId == null || caseId.equals(accusation.fact().text(Field.CASE_ID))) {
                operation = review.fact().text(Field.OPERATION);
            }
        }
        return operation;
    }
}
