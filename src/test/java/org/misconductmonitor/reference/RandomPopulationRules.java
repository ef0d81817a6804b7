package org.misconductmonitor.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Cluster;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.DecisionMaker;
import org.misconductmonitor.rule.Delay;
import org.misconductmonitor.rule.Factor;
import org.misconductmonitor.rule.Feed;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Peer;
import org.misconductmonitor.rule.PopulationCondition;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Surge;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;
import org.misconductmonitor.rule.WorkingCalendar;

/** Rules on all officers of a tenant. */
final class RandomPopulationRules {
    private static final List<Field> SUBJECTS =
            List.of(Field.UNIT, Field.UNIT, Field.FORCE, Field.SUPERVISOR_ID, Field.GROUP, Field.HANDLER_ID);

    private final Dice dice;
    private final RandomFilters filters;
    private final RandomTimes times;

    RandomPopulationRules(Dice dice, RandomTheme theme, RandomTimes times) {
        this.dice = dice;
        this.times = times;
        this.filters = new RandomFilters(dice, theme, times);
    }

    List<Rule> next() {
        List<Rule> rules = new ArrayList<>();
        for (int i = dice.of(1, 2, 3); i > 0; i--) {
            rules.add(new Rule(
                    "p" + i,
                    "v1",
                    "Population rule " + i,
                    null,
                    Rule.Status.LIVE,
                    null,
                    null,
                    dice.chance(15) ? times.next() : null,
                    dice.chance(15) ? times.next() : null,
                    dice.chance(75) ? Filter.EVERYTHING : filters.next(),
                    condition()));
        }
        return rules;
    }

    private PopulationCondition condition() {
        return switch (dice.between(0, 5)) {
            case 0 -> cluster();
            case 1 -> surge();
            case 2 -> peer();
            case 3 -> shares();
            case 4 -> reopened();
            default -> feed();
        };
    }

    private Cluster cluster() {
        boolean pairs = dice.chance(40);
        return new Cluster(
                types(),
                pairs ? null : dice.of(SUBJECTS),
                pairs ? CountingKey.CASES : dice.of(CountingKey.OFFICERS, CountingKey.OFFICERS, CountingKey.CASES),
                window(),
                time(),
                pairs || dice.chance(70) ? null : Field.GROUP,
                dice.of(Facts.levels(1), Facts.levels(2), Facts.levels(2, 3), Facts.levels(1, 2, 3)),
                pairs || dice.chance(60) ? new Rearm.BelowLowest() : dice.of(new Rearm.OnNewCase(), new Rearm.Never()));
    }

    private Surge surge() {
        Window window = window();
        return new Surge(
                types(),
                dice.chance(40) ? null : dice.of(SUBJECTS),
                dice.chance(80) ? null : Field.GROUP,
                dice.of(CountingKey.EVENTS, CountingKey.EVENTS, CountingKey.ALLEGATIONS, CountingKey.OFFICERS),
                window,
                dice.chance(50) ? window : window(),
                time(),
                dice.of(1, 1, 2, 3),
                dice.of(1, 2, 3),
                dice.chance(50) ? List.of(new Factor("F0", BigDecimal.ONE)) : factors());
    }

    private Peer peer() {
        return new Peer(
                dice.chance(50) ? Set.of(EventType.RECORDED) : types(),
                dice.of(List.of(Field.FORCE), List.of(Field.RANK), List.of(Field.RANK, Field.ROLE)),
                dice.of(CountingKey.ALLEGATIONS, CountingKey.CASES, CountingKey.EVENTS),
                window(),
                time(),
                dice.of(1, 1, 2),
                dice.of(2, 2, 3),
                dice.of(Facts.levels(50), Facts.levels(30, 60), Facts.levels(75, 95)));
    }

    private DecisionMaker shares() {
        return new DecisionMaker(
                types(),
                dice.chance(70)
                        ? new Filter.In(Field.CATEGORY, Set.of("A"))
                        : new Filter.In(Field.FINDING, Set.of("UNFOUNDED", "EXONERATED")),
                window(),
                time(),
                dice.of(1, 2, 3),
                dice.of(2, 2, 3),
                dice.of(Facts.levels(50), Facts.levels(30, 60)));
    }

    private DecisionMaker reopened() {
        Set<EventType> on = dice.of(
                Set.of(EventType.FINALISED),
                Set.of(EventType.RECORDED),
                Set.of(EventType.FINALISED, EventType.CASE_CLOSED, EventType.REOPENED));
        return new DecisionMaker(
                on, null, window(), time(), 1, 1, dice.of(Facts.levels(1), Facts.levels(2), Facts.levels(1, 2)));
    }

    private Feed feed() {
        return new Feed(
                dice.chance(60) ? EnumSet.complementOf(EnumSet.of(EventType.UNKNOWN)) : types(),
                dice.of(Field.PUBLISHER_ID, Field.PUBLISHER_ID, Field.SOURCE),
                window(),
                dice.of(50, 90, 95, 99),
                dice.of(2, 2, 3, 5),
                Delay.parse(dice.of("PT1H", "P1D", "P3D", "P1M", "2 working days"), WorkingCalendar.of(List.of())),
                time(),
                factors());
    }

    private List<Factor> factors() {
        List<Factor> factors = new ArrayList<>();
        String[] steps = dice.of(
                new String[] {"1"}, new String[] {"0.3"}, new String[] {"1.5", "2"}, new String[] {"2", "4", "4.25"});
        for (int i = 0; i < steps.length; i++) {
            factors.add(new Factor("F" + i, new BigDecimal(steps[i])));
        }
        return factors;
    }

    private TimeBasis time() {
        return dice.chance(60) ? TimeBasis.RECORDED_AT : dice.of(TimeBasis.values());
    }

    private Window window() {
        return Window.parse(dice.of("P1D", "P5D", "P30D", "P365D", "P365D", "P10Y", "P1M", "P2M", "P12M", "P12M"));
    }

    private Set<EventType> types() {
        return dice.of(
                Set.of(EventType.RECORDED),
                Set.of(EventType.RECORDED),
                Set.of(EventType.RECORDED),
                Set.of(EventType.FINALISED),
                Set.of(EventType.RECORDED, EventType.FINALISED, EventType.HOTLINE_REPORT),
                Set.of(EventType.NOTICE_SERVED, EventType.CASE_CLOSED, EventType.INTELLIGENCE_MATCH));
    }
}
