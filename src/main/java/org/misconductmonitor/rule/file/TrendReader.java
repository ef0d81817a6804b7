package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Trend;
import org.misconductmonitor.rule.Window;
import org.snakeyaml.engine.v2.nodes.Node;

/** Trend: case after case more severe, or sooner. */
final class TrendReader implements ConditionReader {
    static final List<String> RISING = Stream.of(Trend.Rising.values())
            .map(rising -> rising.name().toLowerCase(Locale.ROOT))
            .toList();

    @Override
    public String kind() {
        return "trend";
    }

    @Override
    public List<String> keys() {
        return List.of("on", "rising", "window", "time", "levels");
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        Set<EventType> on = ConditionKeys.on(rule);
        Node rises = rule.require("rising", "rising: severity");
        String word = rises == null ? null : Scalars.word(rises, "'rising'", RISING, rule.problems());
        Node length = rule.require("window", "window: P36M");
        Window window = length == null ? null : Lengths.window(length, "'window'", rule.problems());
        TimeBasis time = ConditionKeys.time(rule, TimeBasis.RECORDED_AT);
        List<Level> levels = ConditionKeys.levels(rule);
        return rule.problems().count() > before
                ? null
                : new Trend(on, Trend.Rising.values()[RISING.indexOf(word)], window, time, levels);
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        Trend trend = (Trend) condition;
        Canonical.types(canonical, "on", trend.on());
        canonical.put("rising", trend.rising().name());
        canonical.put("window", Canonical.window(trend.window()));
        canonical.put("time", trend.time().word());
        Canonical.levels(canonical, trend.levels());
    }
}
