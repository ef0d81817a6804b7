package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Background;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.Delay;
import org.misconductmonitor.rule.Matter;
import org.misconductmonitor.rule.Pattern;
import org.misconductmonitor.rule.Step;
import org.misconductmonitor.rule.TimeBasis;
import org.snakeyaml.engine.v2.nodes.Node;

/** Absence: a fact that is not followed by another in time. */
final class AbsenceReader implements ConditionReader {
    static final List<String> STEP_KEYS = List.of("level", "after");
    static final List<String> HOLD_KEYS = List.of("from", "until");

    private static final String HOLD = "hold: { from: { on: HOLD_STARTED }, until: { on: HOLD_ENDED } }";

    @Override
    public String kind() {
        return "absence";
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("on", "then", "by", "due", "time", "levels", "every", "hold"));
        keys.addAll(SituationReader.BACKGROUND_KEYS);
        return keys;
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        rule.require("on", "on: RESPONSE_REQUESTED");
        Set<EventType> on = ConditionKeys.on(rule);
        Pattern then = PatternReader.required(rule, "then", "then: { on: RESPONSE_RECEIVED }");
        Matter by = PatternReader.by(rule, Matter.CASE);
        Background background = SituationReader.background(rule);
        Absence.Hold hold = rule.get("hold") == null ? null : hold(rule.get("hold"), rule.problems());
        Field due = SituationReader.dateField(rule, "due");
        TimeBasis time = ConditionKeys.time(rule, TimeBasis.AT);
        List<Step> levels = StepReader.read(rule);
        Node again = rule.get("every");
        Delay every = again == null ? null : DelayReader.positive(again, "'every'", rule.problems());
        return rule.problems().count() > before
                ? null
                : new Absence(on, then, by, background, hold, due, time, levels, every);
    }

    private static Absence.Hold hold(Node node, Problems problems) {
        Mapping mapping = Mapping.of(node, HOLD, problems);
        if (mapping == null) {
            return null;
        }
        mapping.allow(HOLD_KEYS);
        return new Absence.Hold(
                PatternReader.required(mapping, "from", HOLD), PatternReader.required(mapping, "until", HOLD));
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        Absence absence = (Absence) condition;
        Canonical.types(canonical, "on", absence.on());
        canonical.set("then", PatternReader.canonical(absence.then()));
        canonical.put("by", absence.by().word());
        canonical.put("time", absence.time().word());
        ArrayNode levels = canonical.putArray("levels");
        absence.levels()
                .forEach(step ->
                        levels.addObject().put("level", step.name()).put("after", DelayReader.canonical(step.after())));
        if (absence.due() != null) {
            canonical.put("due", absence.due().jsonName());
        }
        if (absence.every() != null) {
            canonical.put("every", DelayReader.canonical(absence.every()));
        }
        if (absence.hold() != null) {
            canonical.set("heldFrom", PatternReader.canonical(absence.hold().from()));
            canonical.set("heldUntil", PatternReader.canonical(absence.hold().until()));
        }
        SituationReader.write(absence.background(), canonical);
    }
}
