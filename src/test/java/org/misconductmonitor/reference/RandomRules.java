package org.misconductmonitor.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.HalfLife;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Score;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Weights;
import org.misconductmonitor.rule.Window;

/** Rules of every kind, threshold rules above all. */
final class RandomRules {
    private static final List<Set<EventType>> ON = List.of(
            Set.of(EventType.FINALISED),
            Set.of(EventType.INTELLIGENCE_MATCH),
            Set.of(EventType.INTELLIGENCE_MATCH, EventType.CONVICTION_FOUND),
            Set.of(EventType.RECORDED, EventType.FINALISED),
            Set.of(EventType.RECORDED, EventType.CONVICTION_FOUND, EventType.NOTICE_SERVED),
            Set.of(EventType.HOTLINE_REPORT, EventType.REASSIGNED, EventType.AMENDED),
            Set.of(EventType.WITHDRAWN, EventType.REOPENED, EventType.CASE_CLOSED));

    /** What is counted of one officer. */
    static final List<CountingKey> KEYS = Arrays.stream(CountingKey.values())
            .filter(key -> key != CountingKey.OFFICERS)
            .toList();

    private final Dice dice;
    private final RandomTheme theme;
    private final RandomTimes times;
    private final RandomFilters filters;
    private final RandomTimedRules timed;
    private final Dice aside;

    /** @param aside chance for what not all streams have, so that the others stay what they were */
    RandomRules(Dice dice, RandomTheme theme, RandomTimes times, Dice aside) {
        this.aside = aside;
        this.dice = dice;
        this.theme = theme;
        this.times = times;
        this.filters = new RandomFilters(dice, theme, times);
        this.timed = new RandomTimedRules(dice, filters);
    }

    RuleSet next() {
        List<Rule> rules = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            Instant from = dice.chance(20) ? times.next() : null;
            Instant until = dice.chance(20) ? times.next() : null;
            boolean plain = i == 1 && dice.chance(60);
            rules.add(new Rule(
                    "r" + i,
                    "v1",
                    "Rule " + i,
                    null,
                    dice.chance(90) ? Rule.Status.LIVE : Rule.Status.SHADOW,
                    null,
                    null,
                    from,
                    until,
                    plain ? Filter.EVERYTHING : filters.next(),
                    plain || dice.chance(50) ? counting(plain) : timed.next()));
        }
        return new RuleSet(rules);
    }

    private Condition counting(boolean plain) {
        Threshold threshold = threshold(plain);
        return plain || !aside.chance(25) ? threshold : new Score(threshold, weights(), halfLife());
    }

    private Weights weights() {
        Field field = aside.of(Field.SEVERITY, Field.SEVERITY, Field.GROUP, Field.CATEGORY, Field.FINDING);
        Map<String, Integer> values = new HashMap<>();
        for (Object value : RandomDetails.CHOICES.get(field)) {
            if (aside.chance(80)) {
                values.put((String) value, aside.of(0, 1, 1, 2, 3));
            }
        }
        return new Weights(field, values, aside.of(0, 0, 1, 1, 2));
    }

    private HalfLife halfLife() {
        return aside.chance(50) ? null : new HalfLife(aside.of(1, 2, 7, 30, 180));
    }

    private Threshold threshold(boolean plain) {
        CountingKey key =
                plain || dice.chance(50) ? dice.of(CountingKey.ALLEGATIONS, CountingKey.CASES) : dice.of(KEYS);
        int[] levels = new int[dice.between(1, 3)];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (i == 0 ? 0 : levels[i - 1]) + dice.of(1, 1, 1, 2, 3);
        }
        return new Threshold(
                on(plain),
                key,
                Window.parse(dice.of(
                        "P1D", "P5D", "PT36H", "P30D", "P365D", "P3650D", "P10Y", "P1M", "P1M", "P2M", "P12M", "P1Y")),
                dice.chance(60) ? TimeBasis.RECORDED_AT : dice.of(TimeBasis.values()),
                dice.chance(85) ? null : dice.of(Field.GROUP, Field.CATEGORY, Field.UNIT),
                Facts.levels(levels),
                rearm());
    }

    private Set<EventType> on(boolean plain) {
        if (theme.decides() && dice.chance(50)) {
            return Set.of(EventType.FINALISED);
        }
        return plain || dice.chance(60) ? Set.of(EventType.RECORDED) : dice.of(ON);
    }

    private Rearm rearm() {
        return switch (dice.between(0, 4)) {
            case 0 -> new Rearm.After(Duration.ofDays(dice.of(1, 3, 10, 60)));
            case 1 -> new Rearm.OnNewCase();
            case 2 -> new Rearm.Never();
            default -> new Rearm.BelowLowest();
        };
    }
}
