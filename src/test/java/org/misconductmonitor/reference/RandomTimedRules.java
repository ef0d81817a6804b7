package org.misconductmonitor.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Background;
import org.misconductmonitor.rule.Concurrent;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.Delay;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Matter;
import org.misconductmonitor.rule.Pattern;
import org.misconductmonitor.rule.Sequence;
import org.misconductmonitor.rule.Situation;
import org.misconductmonitor.rule.State;
import org.misconductmonitor.rule.Step;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Trend;
import org.misconductmonitor.rule.Window;
import org.misconductmonitor.rule.WorkingCalendar;

/** Rules of the kinds that put one fact against another. */
final class RandomTimedRules {
    private static final List<EventType> TYPES = List.of(
            EventType.RECORDED,
            EventType.RECORDED,
            EventType.FINALISED,
            EventType.REOPENED,
            EventType.INTELLIGENCE_MATCH,
            EventType.CONVICTION_FOUND,
            EventType.NOTICE_SERVED,
            EventType.CASE_CLOSED,
            EventType.POSTED,
            EventType.HOTLINE_REPORT,
            EventType.ASSESSED);

    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(Set.of(LocalDate.of(2015, 1, 1), LocalDate.of(2016, 2, 1), LocalDate.of(2019, 7, 1)));

    private final Dice dice;
    private final RandomFilters filters;

    RandomTimedRules(Dice dice, RandomFilters filters) {
        this.dice = dice;
        this.filters = filters;
    }

    Condition next() {
        return switch (dice.between(0, 7)) {
            case 0 -> new State(types(), background(), time(), levels());
            case 1 -> new Concurrent(types(), pattern(), by(), dice.of(RandomRules.KEYS), time(), levels());
            case 2 ->
                new Sequence(types(), pattern(), window(), dice.chance(50) ? null : pattern(), by(), time(), levels());
            case 3 -> new Trend(types(), dice.of(Trend.Rising.values()), window(), time(), levels());
            default -> absence();
        };
    }

    private TimeBasis time() {
        return dice.chance(60) ? TimeBasis.AT : dice.of(TimeBasis.values());
    }

    private Window window() {
        return Window.parse(dice.of("P2D", "P5D", "P30D", "P1M", "P12M", "P10Y"));
    }

    private List<Level> levels() {
        return dice.of(Facts.levels(1), Facts.levels(2), Facts.levels(1, 2), Facts.levels(2, 3), Facts.levels(3, 5));
    }

    private Absence absence() {
        List<Step> levels = new ArrayList<>();
        String[] steps = dice.of(
                new String[] {"P1D"},
                new String[] {"PT0S"},
                new String[] {"P2D", "P5D"},
                new String[] {"-P3D", "P0D", "P1M"},
                new String[] {"1 working day", "5 working days"},
                new String[] {"P30D", "P2M"});
        for (int i = 0; i < steps.length; i++) {
            levels.add(new Step("L" + i, Delay.parse(steps[i], CALENDAR)));
        }
        return new Absence(
                types(),
                pattern(),
                by(),
                dice.chance(60) ? Background.ANY : background(),
                dice.chance(75) ? null : new Absence.Hold(pattern(), pattern()),
                dice.chance(70) ? null : dice.of(Field.OCCURRED_AT, Field.RECEIVED_AT),
                time(),
                levels,
                dice.chance(80) ? null : Delay.parse(dice.of("P90D", "P6M", "30 working days"), CALENDAR));
    }

    Background background() {
        return new Background(situations(), situations());
    }

    private List<Situation> situations() {
        List<Situation> situations = new ArrayList<>();
        for (int i = dice.of(0, 1, 1, 2); i > 0; i--) {
            situations.add(new Situation(
                    "s" + i,
                    pattern(),
                    dice.chance(75) ? pattern() : null,
                    by(),
                    dice.chance(15) ? Field.RECEIVED_AT : null,
                    dice.chance(15) ? Delay.parse(dice.of("P3D", "P1M"), CALENDAR) : null));
        }
        return situations;
    }

    Pattern pattern() {
        return new Pattern(types(), dice.chance(80) ? Filter.EVERYTHING : filters.next());
    }

    Set<EventType> types() {
        Set<EventType> types = new HashSet<>();
        for (int i = dice.of(1, 1, 2); i > 0; i--) {
            types.add(dice.of(TYPES));
        }
        return types;
    }

    Matter by() {
        return dice.of(Matter.values());
    }
}
