package org.misconductmonitor.bench;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Threshold;

/**
 * What one would write first: a queue for each rule. It is right only while every event comes once, in order, and is
 * never corrected.
 */
final class DequePeer {
    private record Member(Instant at, Object value) {}

    private static final class Window {
        final Rule rule;
        final Threshold threshold;
        final Deque<Member> members = new ArrayDeque<>();
        final Map<Object, Integer> values = new HashMap<>();
        int last = -1;

        Window(Rule rule) {
            this.rule = rule;
            this.threshold = (Threshold) rule.condition();
        }
    }

    private final List<Window> windows;

    DequePeer(RuleSet rules) {
        windows = rules.rules().stream().map(Window::new).toList();
    }

    /** @return the facts of each window that reached a level */
    List<List<Object>> accept(Event event) {
        List<List<Object>> alerts = new ArrayList<>(0);
        for (Window window : windows) {
            if (window.threshold.on().contains(event.type())
                    && window.rule.where().matches(event::get)) {
                accept(window, event, alerts);
            }
        }
        return alerts;
    }

    private static void accept(Window window, Event event, List<List<Object>> alerts) {
        Object value = event.get(window.threshold.count().field());
        if (value == null) {
            return;
        }
        Instant start = window.threshold.window().start(event.at());
        while (!window.members.isEmpty() && !window.members.peekFirst().at.isAfter(start)) {
            window.values.merge(window.members.pollFirst().value, -1, (a, b) -> a + b == 0 ? null : a + b);
        }
        if (window.values.size() < window.threshold.levels().get(0).at()) {
            window.last = -1;
        }
        window.members.add(new Member(event.at(), value));
        window.values.merge(value, 1, Integer::sum);
        int level = window.last;
        while (level + 1 < window.threshold.levels().size()
                && window.threshold.levels().get(level + 1).at() <= window.values.size()) {
            level++;
        }
        if (level > window.last) {
            window.last = level;
            alerts.add(window.members.stream().map(Member::value).toList());
        }
    }
}
