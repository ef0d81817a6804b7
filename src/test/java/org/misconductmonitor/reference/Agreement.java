package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.misconductmonitor.event.Event;

/**
 * Holds a monitor against the reference over random streams. A failure shows the smallest stream found that still fails,
 * and its seed: {@code -Dagreement.seed=N} runs that one alone, {@code -Dagreement.seeds=N} as many as that.
 */
public final class Agreement {
    private Agreement() {}

    /** As many seeds from 0, unless the command line says otherwise. */
    public static LongStream seeds(int usual) {
        Long only = Long.getLong("agreement.seed");
        return only != null ? LongStream.of(only) : LongStream.range(0, Long.getLong("agreement.seeds", usual));
    }

    /** After every single event, the monitor says what the reference says. */
    public static void assertAgrees(long seed, MonitorFactory factory) {
        check(seed, factory, "it disagrees", scenario -> Disagreement.anywhere(scenario, factory));
    }

    /** Other orders of arrival leave the same alerts standing. */
    public static void assertOrderDoesNotMatter(long seed, MonitorFactory factory) {
        check(seed, factory, "the order of arrival matters", scenario -> {
            List<Event> events = scenario.events();
            List<Event> reversed = new ArrayList<>(events);
            Collections.reverse(reversed);
            List<Event> ordered =
                    events.stream().sorted(ReferenceTravel.IN_ORDER).toList();
            List<Event> shuffled = new Dice(seed).shuffled(events, events.size());
            return firstOf(scenario, factory, List.of(events, reversed, ordered, shuffled));
        });
    }

    /** Events that come twice, at once or much later, leave the same alerts standing. */
    public static void assertDuplicatesDoNotMatter(long seed, MonitorFactory factory) {
        check(seed, factory, "duplicates matter", scenario -> {
            List<Event> atOnce = new ArrayList<>();
            scenario.events().forEach(event -> atOnce.addAll(List.of(event, event)));
            List<Event> later = new ArrayList<>(scenario.events());
            later.addAll(scenario.events());
            return firstOf(scenario, factory, List.of(atOnce, later));
        });
    }

    private static Optional<Disagreement> firstOf(Scenario scenario, MonitorFactory factory, List<List<Event>> feeds) {
        return feeds.stream()
                .map(feed -> Disagreement.atEnd(scenario, feed, factory))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static void check(
            long seed,
            MonitorFactory factory,
            String failure,
            Function<Scenario, Optional<Disagreement>> disagreement) {
        Scenario random = RandomStreams.scenario(seed);
        Scenario scenario = random.withEvents(random.events().stream()
                .map(factory::admit)
                .flatMap(Optional::stream)
                .toList());
        if (disagreement.apply(scenario).isPresent()) {
            Scenario least = new Shrinker(smaller -> disagreement.apply(smaller).isPresent()).shrink(scenario);
            String where = disagreement.apply(least).map(Disagreement::text).orElse("only now and then");
            throw new AssertionError(failure + " with seed " + seed + "; run it again with -Dagreement.seed=" + seed
                    + "\nleast stream that shows it:\n" + least.text() + where);
        }
    }
}
