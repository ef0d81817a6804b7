package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;

/** Small streams of events in which everything that can go wrong goes wrong often. */
public final class RandomStreams {
    private RandomStreams() {}

    /** The same for the same seed, for ever. */
    public static Scenario scenario(long seed) {
        Dice dice = new Dice(seed);
        RandomTheme theme = RandomTheme.of(dice);
        RandomTimes times = new RandomTimes(dice);
        int size = dice.of(dice.between(5, 20), dice.between(10, 40), dice.between(20, 80));
        Dice aside = new Dice(seed ^ 0x5DEECE66DL);
        RandomEvents events = new RandomEvents(dice, theme, times, size, aside);
        List<Event> stream = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            stream.add(events.next());
        }
        Scenario scenario =
                new Scenario(seed, arrival(stream, dice), new RandomRules(dice, theme, times, aside).next());
        scenario = new RandomErasures(seed).in(scenario);
        // With other dice, so that what a seed makes of officers stays what it is.
        Dice others = new Dice(-1 - seed);
        return others.chance(50) ? withPopulation(scenario, theme, others) : scenario;
    }

    private static Scenario withPopulation(Scenario scenario, RandomTheme theme, Dice dice) {
        RandomService service = new RandomService(scenario.seed());
        List<Rule> rules = new ArrayList<>(scenario.rules().rules());
        rules.addAll(new RandomPopulationRules(dice, theme, new RandomTimes(dice)).next());
        return new Scenario(
                scenario.seed(), scenario.events().stream().map(service::of).toList(), new RuleSet(rules));
    }

    /** In business order, nearly so, or in no order. */
    private static List<Event> arrival(List<Event> events, Dice dice) {
        List<Event> ordered = events.stream().sorted(ReferenceTravel.IN_ORDER).toList();
        return switch (dice.between(0, 2)) {
            case 0 -> ordered;
            case 1 -> dice.shuffled(ordered, 4);
            default -> dice.shuffled(events, events.size());
        };
    }
}
