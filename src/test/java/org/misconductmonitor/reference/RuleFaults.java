package org.misconductmonitor.reference;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;

/** Mistakes an engine could make with rules. */
final class RuleFaults {
    private RuleFaults() {}

    static Stream<Fault> all() {
        Stream<Fault> keys = RandomRules.KEYS.stream()
                .map(key -> edits("counts allegations, not " + key, it -> it.count() == key ? counts(it) : it))
                .filter(fault -> !fault.name().endsWith("ALLEGATIONS"));
        Stream<Fault> bases = Arrays.stream(TimeBasis.values())
                .filter(basis -> basis != TimeBasis.RECORDED_AT)
                .map(basis -> edits("goes not by " + basis, it -> it.time() == basis ? byRecordedAt(it) : it));
        Stream<Fault> rearms = Stream.of(Rearm.After.class, Rearm.OnNewCase.class, Rearm.Never.class)
                .map(rearm -> edits("not so: " + rearm, it -> rearm.isInstance(it.rearm()) ? belowLowest(it) : it));
        Stream<Fault> others = Stream.of(
                wrongWindow(),
                edits("counts months as thirty days", it -> windowed(it, thirtyDays(it.window()))),
                edits("knows one level", it -> leveled(it, it.levels().subList(0, 1))),
                Fault.onRules("is always in force", rule -> Rules.with(rule, null, null)),
                Fault.onRules("filters nothing", rule -> Rules.with(rule, Filter.EVERYTHING)));
        return Stream.of(keys, bases, rearms, others).flatMap(each -> each);
    }

    /** A fact exactly one window old is still in. */
    static Fault wrongWindow() {
        return edits(
                "window one nanosecond too long",
                it -> it.window() instanceof Window.Exact exact
                        ? windowed(it, new Window.Exact(exact.length().plusNanos(1), exact.text()))
                        : it);
    }

    private static Fault edits(String name, UnaryOperator<Threshold> edit) {
        return Fault.onRules(
                name,
                rule -> rule.condition() instanceof Threshold threshold
                        ? Rules.with(rule, edit.apply(threshold))
                        : rule);
    }

    private static Window thirtyDays(Window window) {
        return window instanceof Window.Calendar calendar
                ? new Window.Exact(Duration.ofDays(calendar.length().toTotalMonths() * 30), calendar.text())
                : window;
    }

    private static Threshold counts(Threshold it) {
        return new Threshold(
                it.on(), CountingKey.ALLEGATIONS, it.window(), it.time(), it.per(), it.levels(), it.rearm());
    }

    private static Threshold byRecordedAt(Threshold it) {
        return new Threshold(
                it.on(), it.count(), it.window(), TimeBasis.RECORDED_AT, it.per(), it.levels(), it.rearm());
    }

    private static Threshold belowLowest(Threshold it) {
        return new Threshold(
                it.on(), it.count(), it.window(), it.time(), it.per(), it.levels(), new Rearm.BelowLowest());
    }

    private static Threshold windowed(Threshold it, Window window) {
        return new Threshold(it.on(), it.count(), window, it.time(), it.per(), it.levels(), it.rearm());
    }

    private static Threshold leveled(Threshold it, List<Level> levels) {
        return new Threshold(it.on(), it.count(), it.window(), it.time(), it.per(), levels, it.rearm());
    }
}
