package org.misconductmonitor.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.rule.WorkingCalendar;
import org.misconductmonitor.rule.file.PublishedRules;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.topology.RuleBook;
import org.misconductmonitor.topology.TopicCatalog;

/** The rules of a monitor that runs with this configuration: those it starts with, and over them what was published. */
public final class CurrentRules {
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
    public record Entry(
            Rule rule, String yaml, boolean retired, Instant publishedAt, String publishedBy, String comment) {}

    private CurrentRules(Set<String> uneven, WorkingCalendar calendar) {
        this.uneven = uneven;
        this.calendar = calendar;
    }

    /**
     * Reads what has been published.
     *
     * @param properties of a consumer
     * @param started the rules that the monitor starts with
     * @param calendar the working days that rules count
     * @throws org.misconductmonitor.topology.ClusterException if no broker answers in time, or there is no such topic
     */
    public static CurrentRules read(
            TopicCatalog topics,
            Map<String, ?> properties,
            Deserializer<Object> deserializer,
            List<RuleDocument> started,
            WorkingCalendar calendar) {
        RuleBook book = RuleBook.read(topics, properties, deserializer);
        CurrentRules current = new CurrentRules(book.uneven(), calendar);
        started.forEach(document -> current.entries.put(
                document.rule().id(), new Entry(document.rule(), document.yaml(), false, null, null, null)));
        book.latest().values().forEach(current::take);
        return current;
    }

    /** The working days that the rules count. */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /** In order of ids. */
    public Collection<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** @return the rule in force, or null: there is none, or it is retired */
    public Entry inForce(String ruleId) {
        Entry entry = entries.get(ruleId);
        return entry == null || entry.retired() ? null : entry;
    }

    /** What to tell the user about the topic, one sentence each. */
    public List<String> warnings() {
        return uneven.stream()
                .sorted()
                .map(id -> "rule '" + id + "' is not the same in every partition, so officers are judged unequally;"
                        + " publish it again with 'rules publish'")
                .toList();
    }

    private void take(RuleVersion version) {
        Entry before = entries.get(version.ruleId());
        if (!version.yaml().isEmpty()) {
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
