package org.misconductmonitor.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.privacy.TextSeal;
import org.misconductmonitor.query.Cluster;
import org.misconductmonitor.query.CurrentRules;
import org.misconductmonitor.rule.file.Calendars;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.AuditBook;
import org.misconductmonitor.topology.AuditLog;
import org.misconductmonitor.topology.DeadLetterBook;
import org.misconductmonitor.topology.DeadLetterReplay;
import org.misconductmonitor.topology.EventFeed;
import org.misconductmonitor.topology.LiveEvents;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.ReviewDesk;
import org.misconductmonitor.topology.TopicCatalog;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** The cluster that a configuration names, as the queries of an instance use it. */
final class ConfiguredCluster implements Cluster {
    private final MonitorConfig config;
    private final List<RuleDocument> started;
    private final TopicCatalog topics;
    private final ConfiguredSerdes serdes;
    private final Map<String, Object> consumer;
    private final Optional<TextSeal> seal;

    /** @param started the rules that the instance was started with */
    ConfiguredCluster(MonitorConfig config, List<RuleDocument> started, ConfiguredSerdes serdes) {
        this.config = config;
        this.started = started;
        this.topics = config.topics().catalog();
        this.serdes = serdes;
        this.consumer = ClientProperties.consumer(config);
        this.seal = config.privacy().seal();
    }

    @Override
    public AlertFeed alerts() {
        return new AlertFeed(consumer, topics.name(MonitorTopic.ALERTS), serdes.deserializer(), seal);
    }

    @Override
    public CurrentRules rules() {
        return CurrentRules.read(topics, consumer, serdes.deserializer(), started, Calendars.load(config.calendar()));
    }

    @Override
    public DeadLetterBook deadLetters() {
        return new DeadLetterBook(topics, consumer);
    }

    @Override
    public DeadLetterReplay replay() {
        return new DeadLetterReplay(topics, ClientProperties.producer(config), config.applicationId());
    }

    @Override
    public LiveEvents events() {
        return new LiveEvents(consumer, topics, serdes.deserializer());
    }

    @Override
    public int history(Consumer<Event> taker) {
        return new EventFeed(consumer, topics, serdes.deserializer()).read(taker);
    }

    @Override
    public ReviewDesk reviews() {
        return new ReviewDesk(topics, ClientProperties.promptProducer(config), consumer, serdes, seal);
    }

    @Override
    public AuditLog auditLog() {
        return new AuditLog(topics, ClientProperties.promptProducer(config), serdes);
    }

    @Override
    public AuditBook auditBook() {
        return new AuditBook(topics, consumer, serdes.deserializer());
    }
}
