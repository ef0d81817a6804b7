package org.misconductmonitor.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.TimeBasis;
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

    private final Dice dice;
    private final RandomTimes times;
    private final RandomFilters filters;
    private final RandomTimedRules timed;

    RandomRules(Dice dice, RandomTimes times) {
        this.dice = dice;
        this.times = times;
        this.filters = new RandomFilters(dice, times);
        this.timed = new RandomTimedRules(dice, filters);
    }

    RuleSet next() {
        List<Rule> rules = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            Instant from = dice.chance(15) ? times.next() : null;
            Instant until = dice.chance(15) ? times.next() : null;
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
                    filters.next(),
                    dice.chance(50) ? threshold() : timed.next()));
        }
        return new RuleSet(rules);
    }

    private Threshold threshold() {
        CountingKey key =
                dice.chance(50) ? dice.of(CountingKey.ALLEGATIONS, CountingKey.CASES) : dice.of(CountingKey.values());
        int[] levels = new int[dice.between(1, 3)];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (i == 0 ? 0 : levels[i - 1]) + dice.of(1, 1, 2, 3);
        }
        return new Threshold(
                dice.chance(65) ? Set.of(EventType.RECORDED) : dice.of(ON),
                key,
                Window.parse(dice.of(
                        "P1D", "P2D", "P5D", "PT36H", "P30D", "P365D", "P10Y", "P1M", "P1M", "P2M", "P12M", "P1Y")),
                dice.chance(60) ? TimeBasis.RECORDED_AT : dice.of(TimeBasis.values()),
                dice.chance(85) ? null : dice.of(Field.GROUP, Field.CATEGORY, Field.UNIT),
                Facts.levels(levels),
                rearm());
    }

    private Rearm rearm() {
        return switch (dice.between(0, 5)) {
            case 0 -> new Rearm.After(Duration.ofDays(dice.of(1, 3, 10, 60)));
            case 1 -> new Rearm.OnNewCase();
            case 2 -> new Rearm.Never();
            default -> new Rearm.BelowLowest();
        };
    }
}
