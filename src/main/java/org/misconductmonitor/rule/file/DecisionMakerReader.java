package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.DecisionMaker;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;
import org.snakeyaml.engine.v2.nodes.Node;

/** Decision-maker: how a handler decides, or how many of the cases decided were reopened. */
final class DecisionMakerReader implements ConditionReader {
    private static final List<String> NOT_WITH_REOPENED = List.of("adverse", "least", "group");
    private static final int USUAL_LEAST = 10;
    private static final int USUAL_GROUP = 20;

    @Override
    public String kind() {
        return "decision-maker";
    }

    @Override
    public List<String> keys() {
        return List.of("on", "adverse", "reopened", "window", "time", "least", "group", "levels");
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        rule.require("on", "on: FINALISED");
        Set<EventType> on = ConditionKeys.on(rule);
        boolean reopened = reopened(rule);
        Filter adverse = reopened || rule.get("adverse") == null
                ? null
                : new FilterReader(rule.problems()).read(rule.get("adverse"));
        Window window = ConditionKeys.window(rule, "window", "P24M");
        TimeBasis time = ConditionKeys.time(rule, TimeBasis.AT);
        int least = PopulationKeys.atLeast(rule, "least", USUAL_LEAST, 1);
        int group = PopulationKeys.atLeast(rule, "group", USUAL_GROUP, 2);
        List<Level> levels = reopened ? ConditionKeys.levels(rule) : PopulationKeys.percentiles(rule);
        return rule.problems().count() > before
                ? null
                : new DecisionMaker(on, adverse, window, time, least, group, levels);
    }

    /** Cases reopened later, or decisions of one kind: one of the two. */
    private static boolean reopened(Mapping rule) {
        Node node = rule.get("reopened");
        boolean reopened = node != null && Boolean.TRUE.equals(Scalars.flag(node, "'reopened'", rule.problems()));
        if (!reopened) {
            rule.require("adverse", "adverse: { finding: NO_FURTHER_ACTION }");
        }
        for (String key : NOT_WITH_REOPENED) {
            if (reopened && rule.has(key)) {
                rule.problems()
                        .error(
                                rule.keyNode(key),
                                "'" + key + "' does not go with 'reopened', which counts the cases of one handler;"
                                        + " remove one of the two");
            }
        }
        return reopened;
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        DecisionMaker decisions = (DecisionMaker) condition;
        Canonical.types(canonical, "on", decisions.on());
        canonical.put("window", Canonical.window(decisions.window()));
        canonical.put("time", decisions.time().word());
        Canonical.levels(canonical, decisions.levels());
        if (!decisions.reopened()) {
            canonical.set("adverse", Canonical.filter(decisions.adverse()));
            canonical.put("least", decisions.least());
            canonical.put("group", decisions.group());
        }
    }
}
