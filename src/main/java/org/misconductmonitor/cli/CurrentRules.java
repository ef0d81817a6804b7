package org.misconductmonitor.cli;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.rule.WorkingCalendar;
import org.misconductmonitor.rule.file.Calendars;
import org.misconductmonitor.rule.file.PublishedRules;
import org.misconductmonitor.topology.RuleBook;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** The rules of a monitor that runs with this configuration: those it starts with, and over them what was published. */
final class CurrentRules {
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Set<String> uneven;
    private final WorkingCalendar calendar;

    /**
     * A rule.
     *
     * @param rule the rule; of a retired one as it was last
     * @param yaml its text
     * @param retired whether it raises alerts no more
     * @param publishedAt null if the monitor was started with it
     * @param publishedBy null if nobody said
     * @param comment null if nobody said
     */
    record Entry(Rule rule, String yaml, boolean retired, Instant publishedAt, String publishedBy, String comment) {}

    private CurrentRules(Set<String> uneven, WorkingCalendar calendar) {
        this.uneven = uneven;
        this.calendar = calendar;
    }

    static CurrentRules read(MonitorConfig config) {
        RuleBook book = RuleBook.read(
                config.topics().catalog(),
                ClientProperties.consumer(config),
                ConfiguredSerdes.from(config.passThrough().serdes()).deserializer());
        CurrentRules current = new CurrentRules(book.uneven(), Calendars.load(config.calendar()));
        Rules.documents(config.rules(), current.calendar)
                .forEach(document -> current.entries.put(
                        document.rule().id(), new Entry(document.rule(), document.yaml(), false, null, null, null)));
        book.latest().values().forEach(current::take);
        return current;
    }

    /** In order of ids. */
    Collection<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** @return the rule in force, or null: there is none, or it is retired */
    Entry inForce(String ruleId) {
        Entry entry = entries.get(ruleId);
        return entry == null || entry.retired() ? null : entry;
    }

    /** What to tell the user about the topic, one sentence each. */
    List<String> warnings() {
        return uneven.stream()
                .sorted()
                .map(id -> "rule '" + id + "' is not the same in every partition, so officers are judged unequally;"
                        + " publish it again with 'rules publish'")
                .toList();
    }

    private void take(RuleVersion version) {
        Entry before = entries.get(version.ruleId());
        if (!version.isRetired()) {
            Rule rule = PublishedRules.read(version.ruleId(), version.yaml(), calendar);
            entries.put(version.ruleId(), entry(rule, version.yaml(), version));
        } else if (before != null) {
            entries.put(version.ruleId(), entry(before.rule(), before.yaml(), version));
        }
    }

    private static Entry entry(Rule rule, String yaml, RuleVersion version) {
        return new Entry(
                rule, yaml, version.isRetired(), version.publishedAt(), version.publishedBy(), version.comment());
    }
}
