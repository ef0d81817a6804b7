package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.Delay;
import org.misconductmonitor.rule.Factor;
import org.misconductmonitor.rule.Feed;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;
import org.snakeyaml.engine.v2.nodes.Node;

/** Feed: a publisher is silent for longer than is its habit. */
final class FeedReader implements ConditionReader {
    static final List<String> BY = List.of(Field.PUBLISHER_ID.jsonName(), Field.SOURCE.jsonName());

    private static final int USUAL_PERCENTILE = 95;
    private static final int USUAL_LEAST = 20;

    @Override
    public String kind() {
        return "feed";
    }

    @Override
    public List<String> keys() {
        return List.of("on", "by", "habit", "percentile", "least", "atLeast", "time", "levels");
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        Set<EventType> on = rule.has("on") ? ConditionKeys.on(rule) : everyType();
        Field by = PopulationKeys.by(rule, BY);
        Window habit = ConditionKeys.window(rule, "habit", "P90D");
        int percentile = PopulationKeys.percentile(rule, "percentile", USUAL_PERCENTILE);
        int least = PopulationKeys.atLeast(rule, "least", USUAL_LEAST, 2);
        Node longest = rule.require("atLeast", "atLeast: P3D");
        Delay atLeast = longest == null ? null : DelayReader.positive(longest, "'atLeast'", rule.problems());
        TimeBasis time = ConditionKeys.time(rule, TimeBasis.AT);
        List<Factor> levels = PopulationKeys.factors(rule);
        Field publisher = by == null ? Field.PUBLISHER_ID : by;
        return rule.problems().count() > before
                ? null
                : new Feed(on, publisher, habit, percentile, least, atLeast, time, levels);
    }

    private static Set<EventType> everyType() {
        return EnumSet.complementOf(EnumSet.of(EventType.UNKNOWN));
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        Feed feed = (Feed) condition;
        if (!feed.on().equals(everyType())) {
            Canonical.types(canonical, "on", feed.on());
        }
        PopulationKeys.write(canonical, "by", feed.by());
        canonical.put("habit", Canonical.window(feed.habit()));
        canonical.put("percentile", feed.percentile());
        canonical.put("least", feed.least());
        canonical.put("atLeast", DelayReader.canonical(feed.atLeast()));
        canonical.put("time", feed.time().word());
        PopulationKeys.write(canonical, feed.levels());
    }
}
