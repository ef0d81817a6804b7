package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.event.Event;

/** Small streams of events in which everything that can go wrong goes wrong often. */
public final class RandomStreams {
    private RandomStreams() {}

    /** The same for the same seed, for ever. */
    public static Scenario scenario(long seed) {
        Dice dice = new Dice(seed);
        RandomTheme theme = RandomTheme.of(dice);
        RandomTimes times = new RandomTimes(dice);
        int size = dice.of(dice.between(5, 20), dice.between(10, 40), dice.between(20, 80));
        Dice aside = new Dice(~seed);
        RandomEvents events = new RandomEvents(dice, theme, times, size, aside);
        List<Event> stream = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            stream.add(events.next());
        }
        return new Scenario(seed, arrival(stream, dice), new RandomRules(dice, theme, times, aside).next());
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
