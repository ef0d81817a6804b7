package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Cluster;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;
import org.snakeyaml.engine.v2.nodes.Node;

/** Cluster: N officers of one unit or supervisor, or the same two again and again. */
final class ClusterReader implements ConditionReader {
    private static final List<String> NOT_WITH_PAIRS = List.of("by", "count", "per", "rearm");

    @Override
    public String kind() {
        return "cluster";
    }

    @Override
    public List<String> keys() {
        return List.of("on", "by", "pairs", "count", "window", "time", "per", "levels", "rearm");
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        boolean pairs = pairs(rule);
        Set<EventType> on = ConditionKeys.on(rule);
        Field by = PopulationKeys.by(rule, PopulationKeys.SUBJECTS);
        CountingKey usual = pairs ? CountingKey.CASES : CountingKey.OFFICERS;
        CountingKey count = ConditionKeys.count(rule, usual, ConditionKeys.ALL_COUNTS);
        Window window = ConditionKeys.window(rule, "window", "P12M");
        TimeBasis time = ConditionKeys.time(rule, TimeBasis.RECORDED_AT);
        Field per = ConditionKeys.per(rule);
        List<Level> levels = ConditionKeys.levels(rule);
        Rearm rearm = RearmReader.read(rule);
        return rule.problems().count() > before ? null : new Cluster(on, by, count, window, time, per, levels, rearm);
    }

    /** Pairs of officers, or what is named by a field: one of the two. */
    private static boolean pairs(Mapping rule) {
        Node node = rule.get("pairs");
        boolean pairs = node != null && Boolean.TRUE.equals(Scalars.flag(node, "'pairs'", rule.problems()));
        if (!pairs && !rule.has("by")) {
            rule.require("by", "by: unit");
        }
        for (String key : NOT_WITH_PAIRS) {
            if (pairs && rule.has(key)) {
                rule.problems()
                        .error(
                                rule.keyNode(key),
                                "'" + key + "' does not go with 'pairs', which counts the cases of two officers;"
                                        + " remove one of the two");
            }
        }
        return pairs;
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        Cluster cluster = (Cluster) condition;
        Canonical.types(canonical, "on", cluster.on());
        canonical.put("count", cluster.count().word());
        canonical.put("window", Canonical.window(cluster.window()));
        canonical.put("time", cluster.time().word());
        Canonical.levels(canonical, cluster.levels());
        canonical.put("rearm", RearmReader.canonical(cluster.rearm()));
        PopulationKeys.write(canonical, "by", cluster.by());
        PopulationKeys.write(canonical, "per", cluster.per());
    }
}
