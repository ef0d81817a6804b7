package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** Where a person has served and with which clearance, as the facts that count say. */
public final class Career {
    private static final Set<EventType> MOVES = Set.of(
            EventType.JOINED,
            EventType.POSTED,
            EventType.TRANSFERRED,
            EventType.PROMOTED,
            EventType.RANK_CHANGED,
            EventType.SUPERVISOR_CHANGED);
    private static final List<Field> PLACE =
            List.of(Field.FORCE, Field.UNIT, Field.RANK, Field.ROLE, Field.SUPERVISOR_ID, Field.PERSON_KIND);

    /** What each of these leaves the clearance as; others of the vetting feed do not change it. */
    private static final Map<EventType, String> CLEARANCES = Map.of(
            EventType.VETTING_GRANTED, "GRANTED",
            EventType.VETTING_TRANSFERRED_IN, "GRANTED",
            EventType.VETTING_REINSTATED, "GRANTED",
            EventType.VETTING_REFUSED, "REFUSED",
            EventType.VETTING_EXPIRED, "EXPIRED",
            EventType.VETTING_WITHDRAWN, "WITHDRAWN",
            EventType.VETTING_LAPSED, "LAPSED");

    private Career() {}

    /**
     * A time in one place.
     *
     * @param from business time, inclusive
     * @param until business time, exclusive; null: it goes on
     * @param place force, unit, rank, role, supervisor and kind of person, those that are known
     */
    public record Posting(Instant from, Instant until, Map<Field, String> place) {
        public Posting {
            place = Map.copyOf(place);
        }
    }

    /**
     * A suspension or restriction.
     *
     * @param from business time, inclusive
     * @param until business time, exclusive; null: it goes on
     */
    public record Measure(String measure, Instant from, Instant until) {}

    /**
     * The clearance that holds.
     *
     * @param status GRANTED, REFUSED, EXPIRED, WITHDRAWN or LAPSED
     * @param since business time of the fact that says so
     * @param clearance its level, or null
     * @param expiresAt when it ends, or null
     * @param conditions it was granted with, or null
     */
    public record Clearance(String status, Instant since, String clearance, Instant expiresAt, String conditions) {}

    /** In order of time. What a fact does not name stays as it was. */
    public static List<Posting> postings(RecordView view) {
        List<Posting> postings = new ArrayList<>();
        Map<Field, String> place = new EnumMap<>(Field.class);
        Instant from = null;
        for (RecordView.Fact fact : view.counting()) {
            boolean leaves = fact.type() == EventType.LEFT;
            if (leaves || MOVES.contains(fact.type())) {
                if (from != null) {
                    postings.add(new Posting(from, fact.at(), place));
                }
                if (leaves) {
                    place.clear();
                } else {
                    PLACE.stream()
                            .filter(field -> fact.event().text(field) != null)
                            .forEach(field -> place.put(field, fact.event().text(field)));
                }
                from = leaves ? null : fact.at();
            }
        }
        if (from != null) {
            postings.add(new Posting(from, null, place));
        }
        return postings;
    }

    /** In order of their start. One that starts while it holds goes on. */
    public static List<Measure> measures(RecordView view) {
        List<Measure> measures = new ArrayList<>();
        for (RecordView.Fact fact : view.counting()) {
            String measure = fact.event().text(Field.MEASURE);
            int open = open(measures, measure);
            if (fact.type() == EventType.MEASURE_STARTED && open < 0) {
                measures.add(new Measure(measure, fact.at(), null));
            } else if (fact.type() == EventType.MEASURE_ENDED && open >= 0) {
                measures.set(open, new Measure(measure, measures.get(open).from(), fact.at()));
            }
        }
        return measures;
    }

    private static int open(List<Measure> measures, String measure) {
        for (int i = measures.size() - 1; i >= 0; i--) {
            if (measures.get(i).until() == null
                    && Objects.equals(measures.get(i).measure(), measure)) {
                return i;
            }
        }
        return -1;
    }

    /** @return null if no fact says anything of it */
    public static Clearance clearance(RecordView view) {
        Clearance clearance = null;
        for (RecordView.Fact fact : view.counting()) {
            String status = CLEARANCES.get(fact.type());
            if (status != null) {
                clearance = new Clearance(
                        status,
                        fact.at(),
                        fact.event().text(Field.CLEARANCE),
                        fact.event().instant(Field.EXPIRES_AT),
                        fact.event().text(Field.CONDITIONS));
            }
        }
        return clearance;
    }
}
