package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.HalfLife;
import org.misconductmonitor.rule.Score;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.Weights;
import org.misconductmonitor.rule.Window;
import org.snakeyaml.engine.v2.nodes.Node;

/** Score: a sum of weights in a window. Its keys are those of a threshold, and what things weigh. */
final class ScoreReader implements ConditionReader {
    private final ThresholdReader thresholds = new ThresholdReader();

    @Override
    public String kind() {
        return "score";
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>(thresholds.keys());
        keys.add("weights");
        keys.add("halfLife");
        return keys;
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        Threshold threshold = (Threshold) thresholds.read(rule);
        Weights weights = WeightsReader.read(rule);
        Node node = rule.get("halfLife");
        HalfLife halfLife = node == null ? null : halfLife(node, rule.problems());
        return rule.problems().count() > before ? null : new Score(threshold, weights, halfLife);
    }

    private static HalfLife halfLife(Node node, Problems problems) {
        Window length = Lengths.window(node, "'halfLife'", problems);
        if (length instanceof Window.Exact exact
                && exact.length().equals(Duration.ofDays(exact.length().toDays()))) {
            return new HalfLife((int) exact.length().toDays());
        }
        if (length != null) {
            problems.error(node, "'halfLife' is in whole days, such as P180D for half a year");
        }
        return null;
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        Score score = (Score) condition;
        thresholds.write(score.threshold(), canonical);
        ObjectNode weights = canonical.putObject("weights");
        weights.put("field", score.weights().field().jsonName());
        ObjectNode values = weights.putObject("values");
        new TreeMap<>(score.weights().values()).forEach(values::put);
        weights.put("otherwise", score.weights().otherwise());
        if (score.halfLife() != null) {
            canonical.put("halfLife", score.halfLife().days());
        }
    }
}
