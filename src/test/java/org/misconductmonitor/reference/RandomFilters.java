package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Filter;

/** Filters of every shape over the fields that random events have. */
final class RandomFilters {
    private static final List<Field> EXISTING = List.of(
            Field.CASE_ID,
            Field.ALLEGATION_ID,
            Field.COMPLAINANT_ID,
            Field.FINDING,
            Field.DISCIPLINE,
            Field.SEVERITY,
            Field.OCCURRED_AT,
            Field.RECORD_STATE);

    private final Dice dice;
    private final RandomTheme theme;
    private final RandomTimes times;
    private final RandomDetails details;

    RandomFilters(Dice dice, RandomTheme theme, RandomTimes times) {
        this.dice = dice;
        this.theme = theme;
        this.times = times;
        this.details = new RandomDetails(dice);
    }

    Filter next() {
        return dice.chance(theme.decides() ? 20 : 60) ? Filter.EVERYTHING : shape(2);
    }

    private Filter shape(int depth) {
        int shape = depth == 0 ? dice.between(0, 59) : dice.between(0, 99);
        if (shape < 35) {
            return in();
        } else if (shape < 42) {
            return new Filter.Exists(dice.of(EXISTING));
        } else if (shape < 60) {
            return compare();
        } else if (shape < 76) {
            return new Filter.Not(shape(depth - 1));
        }
        List<Filter> parts = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            parts.add(shape(depth - 1));
        }
        return shape < 88 ? new Filter.Any(parts) : new Filter.All(parts);
    }

    private Filter in() {
        if (dice.chance(5)) {
            return new Filter.In(Field.EVENT_TYPE, Set.of(EventType.RECORDED.name(), EventType.FINALISED.name()));
        }
        Field field =
                switch (theme.decides() ? 1 : dice.between(0, 2)) {
                    case 0 -> dice.of(Field.CATEGORY, Field.GROUP);
                    case 1 -> dice.of(Field.FINDING, Field.FINDING, Field.SEVERITY, Field.DISCIPLINE);
                    default -> details.any();
                };
        Set<Object> values = new HashSet<>();
        for (int i = dice.between(1, 2); i > 0; i--) {
            values.add(details.value(field));
        }
        return new Filter.In(field, values);
    }

    private Filter compare() {
        Filter.Operator operator = dice.of(Filter.Operator.values());
        Field field = dice.of(Field.SUSPENSION_DAYS, Field.CONFIDENCE, Field.OCCURRED_AT, Field.RECORDED_AT, Field.AT);
        Object bound = field.kind() == Field.Kind.INTEGER ? details.value(field) : times.next();
        return new Filter.Compare(field, operator, bound);
    }
}
