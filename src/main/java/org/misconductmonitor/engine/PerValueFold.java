package org.misconductmonitor.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.misconductmonitor.event.Field;

/** A fold of its own for each value of a field. For folds to which nothing happens by time alone. */
final class PerValueFold implements Fold {
    private final Field field;
    private final Function<String, Fold> start;
    private final Map<String, Fold> folds = new HashMap<>();

    PerValueFold(Field field, Function<String, Fold> start) {
        this.field = field;
        this.start = start;
    }

    @Override
    public void next(Observation fact, Told told) {
        folds.computeIfAbsent(fact.text(field), start).next(fact, told);
    }
}
