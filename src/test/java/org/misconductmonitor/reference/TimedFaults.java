package org.misconductmonitor.reference;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Background;
import org.misconductmonitor.rule.Concurrent;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.Delay;
import org.misconductmonitor.rule.Matter;
import org.misconductmonitor.rule.Sequence;
import org.misconductmonitor.rule.State;
import org.misconductmonitor.rule.Step;
import org.misconductmonitor.rule.Trend;

/** Mistakes an engine could make with time and with what holds. */
final class TimedFaults {
    private TimedFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                absence("falls due a moment too late", it -> with(it, late(it.levels()), it.every(), it.hold())),
                absence("falls due once only", it -> with(it, it.levels(), null, it.hold())),
                absence("knows no holds", it -> with(it, it.levels(), it.every(), null)),
                absence("takes any answer", it -> matched(it, Matter.OFFICER, it.background())),
                absence("does not look at what held", it -> matched(it, it.by(), Background.ANY)),
                edits(
                        "looks at no state",
                        State.class,
                        it -> new State(it.on(), Background.ANY, it.time(), it.levels())),
                edits(
                        "knows no exceptions of a state",
                        State.class,
                        it -> new State(
                                it.on(), new Background(it.background().during(), List.of()), it.time(), it.levels())),
                edits(
                        "closes everything at once",
                        Concurrent.class,
                        it -> new Concurrent(it.on(), it.until(), Matter.OFFICER, it.count(), it.time(), it.levels())),
                edits(
                        "does not see what comes between",
                        Sequence.class,
                        it -> new Sequence(it.on(), it.then(), it.within(), null, it.by(), it.time(), it.levels())),
                edits(
                        "takes severity for frequency",
                        Trend.class,
                        it -> new Trend(it.on(), other(it.rising()), it.window(), it.time(), it.levels())));
    }

    private static Fault absence(String name, UnaryOperator<Absence> edit) {
        return edits(name, Absence.class, edit);
    }

    private static <C extends Condition> Fault edits(String name, Class<C> kind, UnaryOperator<C> edit) {
        return Fault.onRules(
                name,
                rule -> kind.isInstance(rule.condition())
                        ? Rules.with(rule, edit.apply(kind.cast(rule.condition())))
                        : rule);
    }

    private static Absence with(Absence it, List<Step> levels, Delay every, Absence.Hold hold) {
        return new Absence(it.on(), it.then(), it.by(), it.background(), hold, it.due(), it.time(), levels, every);
    }

    private static Absence matched(Absence it, Matter by, Background background) {
        return new Absence(it.on(), it.then(), by, background, it.hold(), it.due(), it.time(), it.levels(), it.every());
    }

    private static List<Step> late(List<Step> levels) {
        return levels.stream()
                .map(step -> step.after() instanceof Delay.Exact exact
                        ? new Step(step.name(), new Delay.Exact(exact.length().plus(Duration.ofNanos(1))))
                        : step)
                .toList();
    }

    private static Trend.Rising other(Trend.Rising rising) {
        return rising == Trend.Rising.SEVERITY ? Trend.Rising.FREQUENCY : Trend.Rising.SEVERITY;
    }
}
