package org.misconductmonitor.rule;

import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * As a threshold, but what is counted has weight: of each distinct thing the heaviest of its facts in the window counts.
 *
 * @param threshold the rest of the rule; its levels are scores
 * @param weights what each fact weighs
 * @param halfLife how weight is lost with time, or null: it is not
 */
public record Score(Threshold threshold, Weights weights, HalfLife halfLife) implements Condition {
    public Score {
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(weights, "weights");
    }

    @Override
    public String kind() {
        return "score";
    }

    @Override
    public Set<EventType> on() {
        return threshold.on();
    }

    @Override
    public TimeBasis time() {
        return threshold.time();
    }

    @Override
    public void fields(Consumer<Field> reader) {
        threshold.fields(reader);
        reader.accept(weights.field());
    }
}
