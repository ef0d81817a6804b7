package org.misconductmonitor.reference;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Cluster;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.DecisionMaker;
import org.misconductmonitor.rule.Delay;
import org.misconductmonitor.rule.Factor;
import org.misconductmonitor.rule.Feed;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Peer;
import org.misconductmonitor.rule.PopulationCondition;
import org.misconductmonitor.rule.Surge;

/** Mistakes an engine could make about many officers at once. */
final class PopulationFaults {
    private PopulationFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                Fault.onEach(
                        "takes all tenants for one",
                        event -> event.with(Map.of(Field.TENANT_ID, Event.DEFAULT_TENANT))),
                edits(
                        "counts cases for officers",
                        Cluster.class,
                        it -> it.pairs()
                                ? it
                                : new Cluster(
                                        it.on(),
                                        it.by(),
                                        CountingKey.CASES,
                                        it.window(),
                                        it.time(),
                                        it.per(),
                                        it.levels(),
                                        it.rearm())),
                edits("takes units for pairs", Cluster.class, it -> it.pairs() ? byUnit(it) : it),
                edits("knows no floor of a surge", Surge.class, it -> with(it, 1, it.least(), it.levels())),
                edits("needs no baseline", Surge.class, it -> with(it, it.floor(), 1, it.levels())),
                edits(
                        "must be above the factor",
                        Surge.class,
                        it -> with(it, it.floor(), it.least(), above(it.levels()))),
                edits("compares with few peers", Peer.class, it -> with(it, it.floor(), 1, it.levels())),
                edits("knows no floor of a peer", Peer.class, it -> with(it, 1, it.group(), it.levels())),
                edits(
                        "takes the next percentile",
                        Peer.class,
                        it -> with(it, it.floor(), it.group(), next(it.levels()))),
                Fault.dropping("knows nobody who joined", event -> event.type() == EventType.JOINED),
                Fault.dropping("knows nobody who left", event -> event.type() == EventType.LEFT),
                edits(
                        "compares handlers with few decisions",
                        DecisionMaker.class,
                        it -> new DecisionMaker(
                                it.on(), it.adverse(), it.window(), it.time(), 1, it.group(), it.levels())),
                edits(
                        "takes records for decisions",
                        DecisionMaker.class,
                        it -> it.reopened()
                                ? new DecisionMaker(
                                        Set.of(EventType.RECORDED),
                                        null,
                                        it.window(),
                                        it.time(),
                                        it.least(),
                                        it.group(),
                                        it.levels())
                                : it),
                edits(
                        "takes the longest silence for a habit",
                        Feed.class,
                        it -> with(it, 99, it.least(), it.atLeast())),
                edits("takes two facts for a habit", Feed.class, it -> with(it, it.percentile(), 2, it.atLeast())),
                edits(
                        "is impatient",
                        Feed.class,
                        it -> with(it, it.percentile(), it.least(), new Delay.Exact(Duration.ofNanos(1)))),
                Fault.dropping("hears no heartbeats", event -> event.type() == EventType.PUBLISHER_HEARTBEAT));
    }

    private static <C extends PopulationCondition> Fault edits(String name, Class<C> kind, UnaryOperator<C> edit) {
        return Fault.onRules(
                name,
                rule -> kind.isInstance(rule.condition())
                        ? Rules.with(rule, edit.apply(kind.cast(rule.condition())))
                        : rule);
    }

    private static Cluster byUnit(Cluster it) {
        return new Cluster(
                it.on(), Field.UNIT, CountingKey.CASES, it.window(), it.time(), null, it.levels(), it.rearm());
    }

    private static Surge with(Surge it, int floor, int least, List<Factor> levels) {
        return new Surge(
                it.on(), it.by(), it.per(), it.count(), it.window(), it.baseline(), it.time(), floor, least, levels);
    }

    private static List<Factor> above(List<Factor> levels) {
        return levels.stream()
                .map(level -> new Factor(level.name(), level.at().add(new BigDecimal("0.000000000001"))))
                .toList();
    }

    private static Peer with(Peer it, int floor, int group, List<Level> levels) {
        return new Peer(it.on(), it.peers(), it.count(), it.window(), it.time(), floor, group, levels);
    }

    private static List<Level> next(List<Level> levels) {
        return levels.stream()
                .map(level -> new Level(level.name(), level.at() + 1))
                .toList();
    }

    private static Feed with(Feed it, int percentile, int least, Delay atLeast) {
        return new Feed(it.on(), it.by(), it.habit(), percentile, least, atLeast, it.time(), it.levels());
    }
}
