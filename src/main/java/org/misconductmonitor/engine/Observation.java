package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.misconductmonitor.event.CategoryGroups;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.FieldSource;
import org.misconductmonitor.rule.TimeBasis;

/** A fact that counts, as rules see it: with what other facts of its allegation and case say of it. */
public final class Observation implements FieldSource {
    private static final Set<Field> TIMES =
            Collections.unmodifiableSet(EnumSet.of(Field.RECORDED_AT, Field.OCCURRED_AT, Field.RECEIVED_AT));

    private final Event event;
    private final String key;
    private final Map<Field, Object> said;
    private final Observation recorded;
    private final List<Outcome> outcomes;

    /**
     * @param event the fact
     * @param key its identity among the facts it is looked at with
     * @param said what others say of it, with null for what they clear
     * @param recorded the allegation's earliest RECORDED fact, as corrected, for facts of other types; or null
     * @param outcomes what was decided of its allegation, in order of time
     */
    Observation(Event event, String key, Map<Field, Object> said, Observation recorded, List<Outcome> outcomes) {
        this.event = event;
        this.key = key;
        this.said = said;
        this.recorded = recorded;
        this.outcomes = outcomes;
    }

    public Event event() {
        return event;
    }

    public EventType type() {
        return event.type();
    }

    public String eventId() {
        return event.eventId();
    }

    String key() {
        return key;
    }

    /** What was decided of its allegation, and that it was reopened, in order of time. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** @return what was decided of its allegation last, or null: nothing yet, or it is open again */
    public String finding() {
        return Outcome.latest(outcomes);
    }

    /** @return when that was decided, in business time; null without a finding */
    public Instant decidedAt() {
        return finding() == null ? null : outcomes.get(outcomes.size() - 1).at();
    }

    /** The value as corrected; a group that nobody has given is that of the category. */
    @Override
    public Object get(Field field) {
        Object value = given(field);
        return value != null || field != Field.GROUP
                ? value
                : CategoryGroups.of(text(Field.CATEGORY_SCHEME), text(Field.CATEGORY));
    }

    private Object given(Field field) {
        if (event.type() == EventType.RECORDED) {
            Object other = said.get(field);
            return other == null && !said.containsKey(field) ? event.get(field) : other;
        }
        if (field == Field.RECORD_STATE && said.containsKey(field)) {
            return said.get(field);
        }
        Object own = event.get(field);
        if (own != null || Statements.IDENTITY.contains(field) || TIMES.contains(field)) {
            return own;
        }
        if (said.containsKey(field)) {
            return said.get(field);
        }
        return recorded == null ? null : recorded.get(field);
    }

    public String text(Field field) {
        return get(field) instanceof String text ? text : null;
    }

    /** Business time in that basis; where the fact lacks it, its own: of a RECORDED fact recordedAt as corrected. */
    public Instant time(TimeBasis basis) {
        if (get(basis.field()) instanceof Instant instant) {
            return instant;
        }
        return type() == EventType.RECORDED && get(Field.RECORDED_AT) instanceof Instant recordedAt
                ? recordedAt
                : event.at();
    }

    /**
     * Compares two views of one event.
     *
     * @return those of these fields in which the other says something else
     */
    Set<Field> differing(Set<Field> fields, Observation other) {
        Set<Field> differing = EnumSet.noneOf(Field.class);
        if (isRecorded()) {
            // Only what others say of it can differ: a few fields, where rules read many.
            addSaid(said, fields, other, differing);
            addSaid(other.said, fields, other, differing);
        } else {
            fields.forEach(field -> addIfOther(field, other, differing));
        }
        return differing;
    }

    /**
     * Compares two facts as rules on tenants see them, which nothing is said of any more.
     *
     * @return whether the other is of the same type, place and kind, and says the same in every one of these fields
     */
    boolean saysTheSame(Set<Field> fields, Observation other) {
        if (type() != other.type()
                || !event.at().equals(other.event.at())
                || !Objects.equals(event.allegationId(), other.event.allegationId())) {
            return false;
        }
        for (Field field : fields) {
            if (!Objects.equals(get(field), other.get(field))) {
                return false;
            }
        }
        return true;
    }

    private boolean isRecorded() {
        return event.type() == EventType.RECORDED;
    }

    private void addSaid(Map<Field, Object> spoken, Set<Field> fields, Observation other, Set<Field> differing) {
        for (Field field : spoken.keySet()) {
            // Where no group is given, it follows from these two.
            if ((field == Field.CATEGORY || field == Field.CATEGORY_SCHEME) && fields.contains(Field.GROUP)) {
                addIfOther(Field.GROUP, other, differing);
            }
            if (fields.contains(field)) {
                addIfOther(field, other, differing);
            }
        }
    }

    private void addIfOther(Field field, Observation other, Set<Field> differing) {
        if (!Objects.equals(get(field), other.get(field))) {
            differing.add(field);
        }
    }
}
