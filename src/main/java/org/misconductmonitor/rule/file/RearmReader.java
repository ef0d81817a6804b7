package org.misconductmonitor.rule.file;

import java.util.List;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Window;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code rearm}, and writes it back for versions. */
final class RearmReader {
    static final List<String> WORDS = List.of("below-lowest", "on-new-case", "never");
    static final List<String> KEYS = List.of("after");

    private RearmReader() {}

    static Rearm read(Mapping rule) {
        Node node = rule.get("rearm");
        if (node == null) {
            return new Rearm.BelowLowest();
        }
        if (node instanceof MappingNode) {
            return after(Mapping.of(node, "{ after: P90D }", rule.problems()).allow(KEYS));
        }
        String word = Scalars.text(node, "'rearm'", rule.problems());
        if (word != null && !WORDS.contains(word)) {
            rule.problems()
                    .error(
                            node,
                            "'" + Scalars.shortened(word) + "' is not a value of 'rearm'"
                                    + Words.hint(
                                            word, List.of("below-lowest", "on-new-case", "never", "{ after: P90D }")));
        }
        return of(word == null ? "" : word);
    }

    private static Rearm of(String word) {
        return switch (word) {
            case "on-new-case" -> new Rearm.OnNewCase();
            case "never" -> new Rearm.Never();
            default -> new Rearm.BelowLowest();
        };
    }

    private static Rearm after(Mapping mapping) {
        Node node = mapping.require("after", "after: P90D");
        Window length = node == null ? null : Lengths.window(node, "'after'", mapping.problems());
        if (length instanceof Window.Exact exact) {
            return new Rearm.After(exact.length());
        }
        if (length != null) {
            mapping.problems().error(node, "'after' is an exact length; write it in days, such as P90D for P3M");
        }
        return new Rearm.BelowLowest();
    }

    static String canonical(Rearm rearm) {
        if (rearm instanceof Rearm.After after) {
            return "after " + after.quiet();
        }
        return rearm instanceof Rearm.OnNewCase
                ? "on-new-case"
                : rearm instanceof Rearm.Never ? "never" : "below-lowest";
    }
}
