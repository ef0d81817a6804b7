package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.rule.Background;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.State;
import org.misconductmonitor.rule.TimeBasis;

/** State: a fact that comes while something holds. */
final class StateReader implements ConditionReader {
    @Override
    public String kind() {
        return "state";
    }

    @Override
    public List<String> keys() {
        return List.of("on", "while", "unless", "time", "levels");
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        rule.require("on", "on: PROMOTED");
        Set<EventType> on = ConditionKeys.on(rule);
        Background background = SituationReader.background(rule);
        TimeBasis time = ConditionKeys.time(rule, TimeBasis.AT);
        List<Level> levels = ConditionKeys.levels(rule);
        return rule.problems().count() > before ? null : new State(on, background, time, levels);
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        State state = (State) condition;
        Canonical.types(canonical, "on", state.on());
        canonical.put("time", state.time().word());
        Canonical.levels(canonical, state.levels());
        SituationReader.write(state.background(), canonical);
    }
}
