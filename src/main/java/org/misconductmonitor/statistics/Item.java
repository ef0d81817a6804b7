package org.misconductmonitor.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.engine.Observation;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;

/** Something to count: it happened at a time, or it has lasted since. */
final class Item {
    private final Known known;
    private final Instant from;
    private final Instant until;
    private Map<Dimension, String> derived = Map.of();
    private Double amount;
    /** What counts it once, or null; worked out when it is asked for, as many cells ask. */
    private Object key;

    private boolean keyed;

    /** @param from when it happened */
    Item(Known known, Instant from) {
        this(known, from, null);
    }

    /**
     * @param from since when it lasts
     * @param until when it ended, or null
     */
    Item(Known known, Instant from, Instant until) {
        this.known = known;
        this.from = from;
        this.until = until;
    }

    Item with(Dimension dimension, String value) {
        if (derived.isEmpty()) {
            derived = new EnumMap<>(Dimension.class);
        }
        derived.put(dimension, value);
        return this;
    }

    /** @param counting always the same */
    Object key(Counting counting) {
        if (!keyed) {
            key = counting.key(this);
            keyed = true;
        }
        return key;
    }

    /** @param number what there is to add up, or null: it takes no part in sums and times */
    Item worth(Number number) {
        amount = number == null ? null : number.doubleValue();
        return this;
    }

    Double amount() {
        return amount;
    }

    Observation fact() {
        return known.fact();
    }

    Instant from() {
        return from;
    }

    /** Whether it lasted right before that time. */
    boolean lastsBefore(Instant end) {
        return from.isBefore(end) && (until == null || !until.isBefore(end));
    }

    /** Who it is about, or null. */
    String officer() {
        Subject subject = known.subject();
        return subject.kind() == Subject.Kind.OFFICER ? subject.id() : null;
    }

    String tenant() {
        return fact().event().tenantId();
    }

    /** @param now the time at which ages are told */
    String value(Dimension dimension, Instant now) {
        String value =
                switch (dimension) {
                    case OUTCOME -> outcome(fact());
                    case OFFICER -> officer();
                    case CASE -> fact().text(Field.CASE_ID);
                    case AGE -> AgeBand.of(Duration.between(from, now).toDays());
                    default -> dimension.field() == null ? derived.get(dimension) : text(dimension.field());
                };
        return value == null ? Dimension.NOT_STATED : value;
    }

    private String text(Field field) {
        Object value = fact().get(field);
        return value == null ? null : value.toString();
    }

    /** A REOPENED fact does not speak of itself: the finding that it clears elsewhere is still in sight there. */
    private static String outcome(Observation fact) {
        if (fact.type() == EventType.REOPENED && !isDecided(fact)) {
            return Dimension.OPEN;
        }
        String finding = fact.text(Field.FINDING);
        if (finding != null) {
            return finding;
        }
        return isDecided(fact) ? Dimension.NOT_STATED : Dimension.OPEN;
    }

    /** Whether the last word on the allegation is a decision, with or without a finding. */
    private static boolean isDecided(Observation fact) {
        int last = fact.outcomes().size() - 1;
        return last >= 0
                ? fact.outcomes().get(last).decided()
                : fact.type() == EventType.RECORDED && fact.text(Field.FINDING) != null;
    }
}
