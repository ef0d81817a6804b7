package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Factor;
import org.misconductmonitor.rule.Surge;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;

/** Surge: more in a window than in the time before. */
final class SurgeReader implements ConditionReader {
    @Override
    public String kind() {
        return "surge";
    }

    @Override
    public List<String> keys() {
        return List.of("on", "by", "per", "count", "window", "baseline", "time", "floor", "least", "levels");
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        Set<EventType> on = ConditionKeys.on(rule);
        Field by = PopulationKeys.by(rule, PopulationKeys.SUBJECTS);
        Field per = ConditionKeys.per(rule);
        CountingKey count = ConditionKeys.count(rule, CountingKey.EVENTS, ConditionKeys.ALL_COUNTS);
        Window window = ConditionKeys.window(rule, "window", "P28D");
        Window baseline = ConditionKeys.window(rule, "baseline", "P1Y");
        TimeBasis time = ConditionKeys.time(rule, TimeBasis.RECORDED_AT);
        int floor = PopulationKeys.atLeast(rule, "floor", 1, 1);
        int least = PopulationKeys.atLeast(rule, "least", 1, 1);
        List<Factor> levels = PopulationKeys.factors(rule);
        return rule.problems().count() > before
                ? null
                : new Surge(on, by, per, count, window, baseline, time, floor, least, levels);
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        Surge surge = (Surge) condition;
        Canonical.types(canonical, "on", surge.on());
        PopulationKeys.write(canonical, "by", surge.by());
        PopulationKeys.write(canonical, "per", surge.per());
        canonical.put("count", surge.count().word());
        canonical.put("window", Canonical.window(surge.window()));
        canonical.put("baseline", Canonical.window(surge.baseline()));
        canonical.put("time", surge.time().word());
        canonical.put("floor", surge.floor());
        canonical.put("least", surge.least());
        PopulationKeys.write(canonical, surge.levels());
    }
}
