package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Matter;

/** Follows what is held, and the deadlines that wait for the end of a hold. */
final class HoldWatch {
    private final Absence.Hold hold;
    private final Matter by;
    private final List<Observation> open = new ArrayList<>();
    private final List<Duty.Deadline> waiting = new ArrayList<>();

    HoldWatch(Absence.Hold hold, Matter by) {
        this.hold = hold;
        this.by = by;
    }

    /**
     * Takes a fact in order.
     *
     * @return deadlines that must be looked at again
     */
    List<Duty.Deadline> take(Observation fact) {
        if (hold == null || !by.isNamedBy(fact)) {
            return List.of();
        }
        List<Duty.Deadline> again = List.of();
        if (hold.until().matches(fact.type(), fact)) {
            open.removeIf(started -> isAbout(fact, started));
            again = List.copyOf(waiting);
            waiting.clear();
        }
        if (hold.from().matches(fact.type(), fact)) {
            open.add(fact);
        }
        return again;
    }

    /** Whether the deadline is held; it is then kept until a hold ends. */
    boolean stop(Duty.Deadline deadline) {
        boolean held = open.stream()
                .anyMatch(started -> isAbout(started, deadline.duty().start()));
        if (held) {
            waiting.add(deadline);
        }
        return held;
    }

    private boolean isAbout(Observation fact, Observation other) {
        String allegationId = by == Matter.ALLEGATION ? fact.event().allegationId() : null;
        if (by == Matter.OFFICER) {
            return true;
        }
        return allegationId != null
                ? allegationId.equals(other.event().allegationId())
                : fact.text(Field.CASE_ID) != null && fact.text(Field.CASE_ID).equals(other.text(Field.CASE_ID));
    }
}
