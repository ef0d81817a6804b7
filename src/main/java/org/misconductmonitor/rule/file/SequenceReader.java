package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Matter;
import org.misconductmonitor.rule.Pattern;
import org.misconductmonitor.rule.Sequence;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;
import org.snakeyaml.engine.v2.nodes.Node;

/** Sequence: facts, and then another within a time. */
final class SequenceReader implements ConditionReader {
    @Override
    public String kind() {
        return "sequence";
    }

    @Override
    public List<String> keys() {
        return List.of("on", "then", "within", "without", "by", "time", "levels");
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        rule.require("on", "on: HOTLINE_REPORT");
        Set<EventType> on = ConditionKeys.on(rule);
        Pattern then = PatternReader.required(rule, "then", "then: { on: RECORDED }");
        Node length = rule.require("within", "within: P90D");
        Window within = length == null ? null : Lengths.window(length, "'within'", rule.problems());
        Node between = rule.get("without");
        Pattern without = between == null ? null : PatternReader.read(between, rule.problems());
        Matter by = PatternReader.by(rule, Matter.OFFICER);
        TimeBasis time = ConditionKeys.time(rule, TimeBasis.AT);
        List<Level> levels = ConditionKeys.levels(rule);
        return rule.problems().count() > before ? null : new Sequence(on, then, within, without, by, time, levels);
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        Sequence sequence = (Sequence) condition;
        Canonical.types(canonical, "on", sequence.on());
        canonical.set("then", PatternReader.canonical(sequence.then()));
        canonical.put("within", Canonical.window(sequence.within()));
        if (sequence.without() != null) {
            canonical.set("without", PatternReader.canonical(sequence.without()));
        }
        canonical.put("by", sequence.by().word());
        canonical.put("time", sequence.time().word());
        Canonical.levels(canonical, sequence.levels());
    }
}
