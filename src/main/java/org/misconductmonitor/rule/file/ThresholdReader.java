package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;

/** Threshold: N distinct things in a window. */
final class ThresholdReader implements ConditionReader {
    @Override
    public String kind() {
        return "threshold";
    }

    @Override
    public List<String> keys() {
        return List.of("on", "count", "window", "time", "per", "levels", "rearm");
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        Set<EventType> on = ConditionKeys.on(rule);
        CountingKey count = ConditionKeys.count(rule, CountingKey.ALLEGATIONS);
        Window window = ConditionKeys.window(rule, "window", "P365D");
        TimeBasis time = ConditionKeys.time(rule, TimeBasis.RECORDED_AT);
        Field per = ConditionKeys.per(rule);
        List<Level> levels = ConditionKeys.levels(rule);
        Rearm rearm = RearmReader.read(rule);
        return rule.problems().count() > before ? null : new Threshold(on, count, window, time, per, levels, rearm);
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        Threshold threshold = (Threshold) condition;
        Canonical.types(canonical, "on", threshold.on());
        canonical.put("count", threshold.count().word());
        canonical.put("window", Canonical.window(threshold.window()));
        canonical.put("time", threshold.time().word());
        Canonical.levels(canonical, threshold.levels());
        canonical.put("rearm", RearmReader.canonical(threshold.rearm()));
        if (threshold.per() != null) {
            canonical.put("per", threshold.per().jsonName());
        }
    }
}
