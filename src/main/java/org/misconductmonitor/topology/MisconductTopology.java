package org.misconductmonitor.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.misconductmonitor.alert.ReviewPolicy;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.privacy.FreeText;
import org.misconductmonitor.rule.WorkingCalendar;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/**
 * The one topology. Everything that meets in a record is keyed by subject and co-partitioned, so nothing is
 * repartitioned on the way; rules are data and never change it.
 */
public final class MisconductTopology {
    private MisconductTopology() {}

    /**
     * Puts the topology together.
     *
     * @param topics names of the topics
     * @param evaluators the rules
     * @param calendar the working days that rules count which are published later
     * @param serdes of values; used by all threads, closed by the caller after the last of them has stopped
     * @param cachedFacts how many facts a task may keep in memory
     * @param policy what is asked of reviewers
     * @param freeText what is kept of text in people's own words
     */
    public static Topology build(
            TopicCatalog topics,
            Evaluators evaluators,
            WorkingCalendar calendar,
            ConfiguredSerdes serdes,
            int cachedFacts,
            ReviewPolicy policy,
            FreeText freeText) {
        Map<String, Feed> feeds = new LinkedHashMap<>();
        for (Feed feed : Feed.values()) {
            feeds.put(topics.name(EventAvro.topic(feed)), feed);
        }
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        int partitions = topics.settings().partitions();
        Backlog backlog = new Backlog();
        Topology topology = new Topology();
        topology.addSource(Names.EVENTS_SOURCE, bytes, bytes, feeds.keySet().toArray(String[]::new));
        topology.addSource(Names.HANDOVERS_SOURCE, bytes, bytes, topics.name(MonitorTopic.HANDOVERS));
        topology.addSource(Names.RULES_SOURCE, bytes, bytes, topics.name(MonitorTopic.RULES));
        topology.addProcessor(Names.RULE_GATE, () -> new RuleGate(serdes.deserializer()), Names.RULES_SOURCE);
        topology.addProcessor(
                Names.GATE, () -> new Gate(feeds, partitions, serdes.deserializer(), freeText), Names.EVENTS_SOURCE);
        topology.addProcessor(Names.ARRIVALS, () -> OwnGate.handovers(serdes.deserializer()), Names.HANDOVERS_SOURCE);
        topology.addSource(Names.CONTRIBUTIONS_SOURCE, bytes, bytes, topics.name(MonitorTopic.CONTRIBUTIONS));
        topology.addProcessor(
                Names.CONTRIBUTIONS, () -> OwnGate.contributions(serdes.deserializer()), Names.CONTRIBUTIONS_SOURCE);
        topology.addProcessor(
                Names.OFFICERS,
                () -> new OfficerProcessor(evaluators, calendar, cachedFacts, backlog),
                Names.GATE,
                Names.ARRIVALS,
                Names.RULE_GATE);
        topology.addProcessor(
                Names.TENANTS,
                () -> new TenantProcessor(evaluators, calendar, backlog),
                Names.CONTRIBUTIONS,
                Names.RULE_GATE);
        topology.addSource(Names.REVIEWS_SOURCE, bytes, bytes, topics.name(MonitorTopic.REVIEWS));
        topology.addProcessor(
                Names.REVIEW_GATE,
                () -> new ReviewGate(partitions, serdes.deserializer(), freeText),
                Names.REVIEWS_SOURCE);
        topology.addProcessor(
                Names.ALERT_LIVES,
                () -> new AlertLifeProcessor(policy, cachedFacts, backlog),
                Names.OFFICERS,
                Names.TENANTS,
                Names.REVIEW_GATE);
        topology.addStateStore(StoreBuilders.months(Names.OFFICER_EVENTS), Names.OFFICERS);
        topology.addStateStore(StoreBuilders.plain(Names.OFFICER_SNAPSHOT), Names.OFFICERS);
        topology.addStateStore(StoreBuilders.plain(Names.STANDING_ALERTS), Names.OFFICERS);
        topology.addStateStore(StoreBuilders.plain(Names.DUE_TIMES), Names.OFFICERS);
        topology.addStateStore(StoreBuilders.plain(Names.TENANT_FACTS), Names.TENANTS);
        topology.addStateStore(StoreBuilders.plain(Names.TENANT_SNAPSHOT), Names.TENANTS);
        topology.addStateStore(StoreBuilders.plain(Names.TENANT_ALERTS), Names.TENANTS);
        topology.addStateStore(StoreBuilders.plain(Names.TENANT_DUE_TIMES), Names.TENANTS);
        topology.addStateStore(StoreBuilders.plain(Names.RULES), Names.OFFICERS, Names.TENANTS);
        topology.addStateStore(
                StoreBuilders.plain(Names.ACCOUNTING), Names.GATE, Names.RULE_GATE, Names.REVIEW_GATE, Names.OFFICERS);
        topology.addStateStore(StoreBuilders.plain(Names.ALERT_LIVES_STORE), Names.ALERT_LIVES);
        topology.addStateStore(StoreBuilders.plain(Names.LIFE_TIMES), Names.ALERT_LIVES);
        topology.addStateStore(StoreBuilders.plain(Names.LIFE_NOTES), Names.ALERT_LIVES);
        StringSerializer text = new StringSerializer();
        topology.addSink(
                Names.ALERTS_SINK, topics.name(MonitorTopic.ALERTS), text, serdes.serializer(), Names.ALERT_LIVES);
        topology.addSink(
                Names.STANDING_ALERTS_SINK,
                topics.name(MonitorTopic.STANDING_ALERTS),
                text,
                serdes.serializer(),
                Names.ALERT_LIVES);
        topology.addSink(
                Names.REVIEW_OUTCOMES_SINK,
                topics.name(MonitorTopic.REVIEW_OUTCOMES),
                text,
                serdes.serializer(),
                Names.ALERT_LIVES);
        topology.addSink(
                Names.CONTRIBUTIONS_SINK,
                topics.name(MonitorTopic.CONTRIBUTIONS),
                text,
                serdes.serializer(),
                Names.OFFICERS);
        topology.addSink(
                Names.HANDOVERS_SINK, topics.name(MonitorTopic.HANDOVERS), text, serdes.serializer(), Names.OFFICERS);
        topology.addSink(
                Names.DEAD_LETTERS_SINK,
                topics.name(MonitorTopic.DEAD_LETTERS),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                Names.GATE,
                Names.ARRIVALS,
                Names.CONTRIBUTIONS,
                Names.RULE_GATE,
                Names.REVIEW_GATE,
                Names.OFFICERS);
        topology.addSink(
                Names.AUDIT_SINK,
                topics.name(MonitorTopic.AUDIT),
                text,
                serdes.serializer(),
                Names.OFFICERS,
                Names.ALERT_LIVES);
        return topology;
    }

    /** Names of all stores of a topology; each has a changelog. */
    public static Set<String> stores(Topology topology) {
        return nodes(topology, TopologyDescription.Processor.class)
                .flatMap(processor -> processor.stores().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of all topics that a topology reads, its changelogs aside. */
    static Set<String> read(Topology topology) {
        return nodes(topology, TopologyDescription.Source.class)
                .flatMap(source -> source.topicSet().stream())
                .collect(Collectors.toSet());
    }

    /** Names of all topics that a topology writes, its changelogs aside. */
    static Set<String> written(Topology topology) {
        return nodes(topology, TopologyDescription.Sink.class)
                .map(TopologyDescription.Sink::topic)
                .collect(Collectors.toSet());
    }

    private static <T> Stream<T> nodes(Topology topology, Class<T> kind) {
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
