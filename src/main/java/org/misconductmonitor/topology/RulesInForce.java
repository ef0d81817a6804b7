package org.misconductmonitor.topology;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.rule.WorkingCalendar;
import org.misconductmonitor.rule.file.PublishedRules;

/**
 * The rules by which a task judges: those that the monitor was started with, and over them what was published since. Each
 * task keeps its own copy of what was published, so that rules and events take effect in one order and one transaction.
 */
final class RulesInForce {
    private static final byte[] RETIRED = {};

    private final RuleSet started;
    private final WorkingCalendar calendar;
    private final KeyValueStore<String, byte[]> published;
    private Evaluators evaluators;

    /** @param calendar the working days that published rules count */
    RulesInForce(Evaluators started, WorkingCalendar calendar, KeyValueStore<String, byte[]> published) {
        this.started = started.rules();
        this.calendar = calendar;
        this.published = published;
        this.evaluators = isEmpty(published) ? started : null;
    }

    /** Takes a version that has been checked. */
    void take(RuleVersion version) {
        published.put(
                version.ruleId(), version.isRetired() ? RETIRED : version.yaml().getBytes(StandardCharsets.UTF_8));
        changed();
    }

    /** Another processor of the task has taken a version. */
    void changed() {
        evaluators = null;
    }

    /** The rules now. Several versions that come together are put together once. */
    Evaluators evaluators() {
        if (evaluators == null) {
            evaluators = Evaluators.of(rules());
        }
        return evaluators;
    }

    private RuleSet rules() {
        Map<String, Rule> rules = new TreeMap<>();
        started.rules().forEach(rule -> rules.put(rule.id(), rule));
        try (KeyValueIterator<String, byte[]> all = published.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.length == 0) {
                    rules.remove(entry.key);
                } else {
                    String yaml = new String(entry.value, StandardCharsets.UTF_8);
                    rules.put(entry.key, PublishedRules.read(entry.key, yaml, calendar));
                }
            });
        }
        return new RuleSet(rules.values().stream().toList());
    }

    private static boolean isEmpty(KeyValueStore<String, byte[]> store) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            return !all.hasNext();
        }
    }
}
