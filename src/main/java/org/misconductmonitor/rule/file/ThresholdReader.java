package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;
import org.snakeyaml.engine.v2.nodes.Node;

/** Threshold: N distinct things in a window. */
final class ThresholdReader implements ConditionReader {
    @Override
    public String kind() {
        return "threshold";
    }

    @Override
    public List<String> keys() {
        return List.of("on", "count", "window", "time", "levels", "rearm");
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        Set<EventType> on = ConditionKeys.on(rule);
        CountingKey count = ConditionKeys.count(rule);
        Node length = rule.require("window", "window: P365D");
        Window window = length == null ? null : Lengths.window(length, "'window'", rule.problems());
        TimeBasis time = ConditionKeys.time(rule);
        List<Level> levels = ConditionKeys.levels(rule);
        Rearm rearm = RearmReader.read(rule);
        return rule.problems().count() > before ? null : new Threshold(on, count, window, time, levels, rearm);
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        Threshold threshold = (Threshold) condition;
        ArrayNode on = canonical.putArray("on");
        threshold.on().stream().map(EventType::name).sorted().forEach(on::add);
        canonical.put("count", threshold.count().word());
        canonical.put("window", Canonical.window(threshold.window()));
        canonical.put("time", threshold.time().word());
        ArrayNode levels = canonical.putArray("levels");
        threshold
                .levels()
                .forEach(level -> levels.addObject().put("level", level.name()).put("at", level.at()));
        canonical.put("rearm", RearmReader.canonical(threshold.rearm()));
    }
}
