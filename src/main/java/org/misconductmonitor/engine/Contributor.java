package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventDraft;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;

/** Tells what the facts of a record are to the rules on tenants. Immutable. */
final class Contributor {
    /** What an event is made of besides its time. */
    private static final Set<Field> IDENTITY = EnumSet.of(
            Field.EVENT_ID, Field.EVENT_TYPE, Field.TENANT_ID, Field.OFFICER_ID, Field.CASE_ID, Field.ALLEGATION_ID);

    private final Evaluators evaluators;
    private final Field[] others;

    /** @param evaluators of the rules on tenants */
    Contributor(Evaluators evaluators) {
        this.evaluators = evaluators;
        this.others = evaluators.fields().stream()
                .filter(field -> !IDENTITY.contains(field))
                .toArray(Field[]::new);
    }

    /** What a change of the record means for the rules on tenants; nothing if they see no difference. */
    List<Contribution> of(Subject subject, List<RecordChange.Shift> shifts, String reason) {
        if (evaluators.isEmpty()) {
            return List.of();
        }
        List<Contribution> contributions = new ArrayList<>(0);
        for (RecordChange.Shift shift : shifts) {
            Contribution before = of(subject, shift.before(), reason);
            Contribution after = of(subject, shift.after(), reason);
            if (before != null && (after == null || !before.tenantId().equals(after.tenantId()))) {
                contributions.add(before.gone());
            }
            if (after != null && !after.saysTheSame(before)) {
                contributions.add(after);
            }
        }
        return contributions;
    }

    /** @return what the fact is to the rules on tenants, or null if none of them looks at it */
    Contribution of(Subject subject, Observation fact, String reason) {
        if (fact == null || !evaluators.lookAt(fact.type())) {
            return null;
        }
        // A fact that was handed over names the officer it was published under: rules are asked of it as it is seen.
        boolean own = subject.equals(fact.event().subject());
        if (own && !evaluators.accept(fact)) {
            return null;
        }
        Contribution contribution = new Contribution(
                fact.event().tenantId(),
                subject,
                fact.key(),
                seen(subject, fact),
                Outcome.latest(fact.outcomes()),
                reason);
        return own || evaluators.accept(contribution.observation()) ? contribution : null;
    }

    private Event seen(Subject subject, Observation fact) {
        EventDraft draft = new EventDraft();
        Event event = fact.event();
        draft.set(Field.EVENT_TYPE, event.type().name());
        draft.set(Field.EVENT_ID, event.eventId());
        draft.set(Field.TENANT_ID, event.tenantId());
        draft.set(Field.OFFICER_ID, subject.kind() == Subject.Kind.OFFICER ? subject.id() : null);
        draft.set(Field.ALLEGATION_ID, event.allegationId());
        draft.set(Field.CASE_ID, fact.get(Field.CASE_ID));
        draft.set(event.type() == EventType.RECORDED ? Field.RECORDED_AT : Field.AT, own(fact));
        for (Field field : others) {
            Object value = fact.get(field);
            if (value != null) {
                draft.set(field, value);
            }
        }
        return draft.build();
    }

    private static Object own(Observation fact) {
        return fact.type() == EventType.RECORDED
                ? fact.get(Field.RECORDED_AT)
                : fact.event().at();
    }
}
