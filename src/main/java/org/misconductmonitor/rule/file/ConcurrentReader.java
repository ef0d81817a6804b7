package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.rule.Concurrent;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Matter;
import org.misconductmonitor.rule.Pattern;
import org.misconductmonitor.rule.TimeBasis;

/** Concurrent: N distinct things open at once. */
final class ConcurrentReader implements ConditionReader {
    @Override
    public String kind() {
        return "concurrent";
    }

    @Override
    public List<String> keys() {
        return List.of("on", "until", "by", "count", "time", "levels");
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        rule.require("on", "on: CASE_OPENED");
        Set<EventType> on = ConditionKeys.on(rule);
        Pattern until = PatternReader.required(rule, "until", "until: { on: CASE_CLOSED }");
        Matter by = PatternReader.by(rule, Matter.CASE);
        CountingKey count = ConditionKeys.count(rule, CountingKey.CASES);
        TimeBasis time = ConditionKeys.time(rule, TimeBasis.AT);
        List<Level> levels = ConditionKeys.levels(rule);
        return rule.problems().count() > before ? null : new Concurrent(on, until, by, count, time, levels);
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        Concurrent concurrent = (Concurrent) condition;
        Canonical.types(canonical, "on", concurrent.on());
        canonical.set("until", PatternReader.canonical(concurrent.until()));
        canonical.put("by", concurrent.by().word());
        canonical.put("count", concurrent.count().word());
        canonical.put("time", concurrent.time().word());
        Canonical.levels(canonical, concurrent.levels());
    }
}
