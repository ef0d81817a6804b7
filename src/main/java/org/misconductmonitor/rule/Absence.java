package org.misconductmonitor.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * A fact is not followed by another one in time.
 *
 * @param on the types of facts that something must follow; the rule's filter applies to them
 * @param then what must follow
 * @param by what the two must have in common
 * @param background what must hold when the first comes
 * @param hold what stops the rule from firing, or null
 * @param due field of the first with the date from which the steps run, or null: from its own time
 * @param time the time basis
 * @param levels steps, in order of time
 * @param every after the last step, again each time that so long has passed, or null
 */
public record Absence(
        Set<EventType> on,
        Pattern then,
        Matter by,
        Background background,
        Hold hold,
        Field due,
        TimeBasis time,
        List<Step> levels,
        Delay every)
        implements Condition {

    /**
     * While it lasts nothing falls due; what did falls due at its end.
     *
     * @param from facts that start it for what they are about
     * @param until facts that end it
     */
    public record Hold(Pattern from, Pattern until) {}

    public Absence {
        on = Set.copyOf(on);
        levels = List.copyOf(levels);
        if (on.isEmpty() || levels.isEmpty()) {
            throw new IllegalArgumentException("an absence needs event types and levels");
        }
    }

    @Override
    public String kind() {
        return "absence";
    }

    @Override
    public Set<EventType> types() {
        Set<EventType> types = EnumSet.copyOf(on);
        types.addAll(then.on());
        types.addAll(background.on());
        if (hold != null) {
            types.addAll(hold.from().on());
            types.addAll(hold.until().on());
        }
        return types;
    }

    @Override
    public List<Delay> delays() {
        List<Delay> delays = new ArrayList<>(background.delays());
        levels.forEach(step -> delays.add(step.after()));
        if (every != null) {
            delays.add(every);
        }
        return delays;
    }

    @Override
    public void fields(Consumer<Field> reader) {
        then.where().fields(reader);
        by.fields().forEach(reader);
        background.fields(reader);
        if (hold != null) {
            hold.from().where().fields(reader);
            hold.until().where().fields(reader);
        }
        if (due != null) {
            reader.accept(due);
        }
    }
}
