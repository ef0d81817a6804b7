package org.misconductmonitor.rule.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Refuses, before anything is built, YAML that a rule file has no use for and that can be made to explode. */
final class YamlGuard {
    private static final int DEEPEST = 30;

    private YamlGuard() {}

    /** @return the line, from 0, at which each document starts; nothing if the file is refused, which is told */
    static List<Integer> starts(RuleText text, LoadSettings settings, Problems problems) {
        int before = problems.count();
        int depth = 0;
        List<Integer> starts = new ArrayList<>();
        for (Event event : new Parse(settings).parseString(text.text())) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                refuse(event, "is nested more than " + DEEPEST + " deep; no rule needs that", problems);
                return List.of();
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof DocumentStartEvent) {
                starts.add(event.getStartMark().map(Mark::getLine).orElse(0));
            }
            if (event instanceof NodeEvent node) {
                check(node, problems);
            }
        }
        return problems.count() == before ? starts : List.of();
    }

    private static void check(NodeEvent event, Problems problems) {
        Optional<Anchor> anchor = event.getAnchor();
        if (event instanceof AliasEvent) {
            refuse(
                    event,
                    "an alias ('*name'); write the value out. A text that starts with '*' needs quotes",
                    problems);
        } else if (anchor.isPresent()) {
            refuse(
                    event,
                    "an anchor ('&name'); write the value out. A text that starts with '&' needs quotes",
                    problems);
        }
        if (tagged(event)) {
            refuse(event, "a tag ('!name'); leave it out. A text that starts with '!' needs quotes", problems);
        }
    }

    private static boolean tagged(NodeEvent event) {
        return event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent collection
                        && collection.getTag().isPresent();
    }

    private static void refuse(Event event, String message, Problems problems) {
        problems.error(event.getStartMark().map(problems::place).orElse(problems.wholeFile()), message);
    }
}
