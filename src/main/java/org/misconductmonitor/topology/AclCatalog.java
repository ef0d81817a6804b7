package org.misconductmonitor.topology;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.streams.Topology;
import org.misconductmonitor.event.Feed;

/**
 * The least rights of everybody who works with the monitor's topics: with one less something they do fails. What Kafka
 * implies is left out: Read, Write, Delete and Alter allow to Describe, AlterConfigs allows to DescribeConfigs; and who may
 * Write a topic or use a transactional id may write idempotently.
 */
public final class AclCatalog {
    private final TopicCatalog topics;
    private final String applicationId;

    public AclCatalog(TopicCatalog topics, String applicationId) {
        this.topics = topics;
        this.applicationId = applicationId;
    }

    /**
     * The monitor. It checks every topic when it starts, and makes its changelogs itself.
     *
     * @param topology which topics it reads and writes
     * @param answers whether it answers over HTTP: then it also reads what it has written, passes on reviews, publishes dead
     *     letters again, and tells who asked
     * @param counts whether it publishes counts, which it compares with those that are there
     */
    public List<Right> monitor(Topology topology, boolean answers, boolean counts) {
        Set<String> read = new HashSet<>(MisconductTopology.read(topology));
        Set<String> written = new HashSet<>(MisconductTopology.written(topology));
        if (answers) {
            read.add(topics.name(MonitorTopic.ALERTS));
            read.add(topics.name(MonitorTopic.DEAD_LETTERS));
            read.add(topics.name(MonitorTopic.AUDIT));
            read.add(topics.name(MonitorTopic.REVIEW_OUTCOMES));
            written.add(topics.name(MonitorTopic.REVIEWS));
            DeadLetterBook.REPLAYABLE.stream().map(topics::name).forEach(written::add);
        }
        if (counts) {
            read.add(topics.name(MonitorTopic.STATISTICS));
            written.add(topics.name(MonitorTopic.STATISTICS));
        }
        List<Right> rights = new ArrayList<>();
        for (TopicSpec spec : topics.all()) {
            boolean reads = read.contains(spec.name());
            boolean writes = written.contains(spec.name());
            add(rights, reads, spec.name(), READ);
            add(rights, writes, spec.name(), WRITE);
            add(rights, !reads && !writes, spec.name(), DESCRIBE);
            add(rights, true, spec.name(), DESCRIBE_CONFIGS);
        }
        Stream.of(CREATE, READ, WRITE, DESCRIBE_CONFIGS)
                .map(operation -> Right.onTopics(internal(), operation))
                .forEach(rights::add);
        rights.add(Right.onGroup(applicationId, READ));
        rights.add(Right.onTransactions(internal(), PatternType.PREFIXED));
        return rights;
    }

    /** A system that publishes events of these feeds. */
    public List<Right> publisher(Collection<Feed> feeds) {
        return feeds.stream()
                .map(feed -> on(EventAvro.topic(feed), WRITE))
                .flatMap(List::stream)
                .toList();
    }

    /** Whoever publishes files of these feeds with {@code import}: all of a file or nothing. */
    public List<Right> importer(Collection<Feed> feeds) {
        List<Right> rights = new ArrayList<>(publisher(feeds));
        rights.add(Right.onTransactions(TransactionalIds.imports(applicationId), PatternType.PREFIXED));
        return rights;
    }

    /** Whoever looks at alerts and acts on them, with {@code alerts}. */
    public List<Right> reviewer() {
        return Stream.of(
                        on(MonitorTopic.ALERTS, READ),
                        on(MonitorTopic.STANDING_ALERTS, READ),
                        on(MonitorTopic.REVIEWS, WRITE),
                        on(MonitorTopic.REVIEW_OUTCOMES, READ))
                .flatMap(List::stream)
                .toList();
    }

    /** Whoever tries rules on the events there are and puts them in force, with {@code rules} and {@code report}. */
    public List<Right> analyst() {
        List<Right> rights = new ArrayList<>(on(MonitorTopic.RULES, READ, WRITE));
        Arrays.stream(Feed.values())
                .map(feed -> on(EventAvro.topic(feed), READ))
                .forEach(rights::addAll);
        rights.add(Right.onTransactions(TransactionalIds.rules(applicationId), PatternType.LITERAL));
        return rights;
    }

    /**
     * A dashboard, case system or anything else that reads alerts.
     *
     * @param group its consumer group, if it has one
     */
    public List<Right> consumer(Optional<String> group) {
        List<Right> rights = new ArrayList<>(on(MonitorTopic.ALERTS, READ));
        rights.addAll(on(MonitorTopic.STANDING_ALERTS, READ));
        group.ifPresent(name -> rights.add(Right.onGroup(name, READ)));
        return rights;
    }

    /**
     * Whoever reads the published counts. They are exact: small numbers are in them, and it is for the reader to withhold
     * them from others.
     *
     * @param group its consumer group, if it has one
     */
    public List<Right> statistician(Optional<String> group) {
        List<Right> rights = new ArrayList<>(on(MonitorTopic.STATISTICS, READ));
        group.ifPresent(name -> rights.add(Right.onGroup(name, READ)));
        return rights;
    }

    /** Whoever looks at dead letters and publishes them again, with {@code dead-letters}. */
    public List<Right> replayer() {
        List<Right> rights = new ArrayList<>(on(MonitorTopic.DEAD_LETTERS, READ, WRITE));
        DeadLetterBook.REPLAYABLE.stream()
                .sorted()
                .map(topic -> on(topic, WRITE))
                .forEach(rights::addAll);
        rights.add(Right.onTransactions(TransactionalIds.replay(applicationId), PatternType.LITERAL));
        return rights;
    }

    /**
     * Whoever looks who looked at, was sent, or changed what, with {@code audit}: nobody else may read that, and looking is
     * written down there, too.
     */
    public List<Right> auditor() {
        return on(MonitorTopic.AUDIT, READ, WRITE);
    }

    /**
     * Whoever answers what people may ask for, and decides how long cases are kept, with {@code privacy}: looks wherever
     * something may be left of a person, and publishes what was decided.
     */
    public List<Right> privacy() {
        List<Right> rights = new ArrayList<>(importer(Set.of(Feed.ALLEGATIONS, Feed.WORKFORCE)));
        Stream.concat(
                        Arrays.stream(Feed.values()).map(EventAvro::topic),
                        Stream.of(
                                MonitorTopic.REVIEWS,
                                MonitorTopic.ALERTS,
                                MonitorTopic.STANDING_ALERTS,
                                MonitorTopic.DEAD_LETTERS,
                                MonitorTopic.HANDOVERS,
                                MonitorTopic.CONTRIBUTIONS))
                .map(topic -> on(topic, READ))
                .forEach(rights::addAll);
        rights.addAll(on(MonitorTopic.AUDIT, WRITE));
        rights.add(Right.onTopics(internal(), READ));
        return rights;
    }

    /** Whoever copies a whole site into files, with {@code backup create}: reads everything, and writes nothing. */
    public List<Right> backup() {
        List<Right> rights = new ArrayList<>();
        topics.all().forEach(spec -> rights.addAll(on(spec.topic(), READ, DESCRIBE_CONFIGS)));
        rights.add(Right.onTopics(internal(), READ));
        rights.add(Right.onTopics(internal(), DESCRIBE_CONFIGS));
        rights.add(Right.onGroup(applicationId, DESCRIBE));
        return rights;
    }

    /** Whoever makes, checks and mends topics and resets the state, with {@code topics} and {@code state}: reads nothing. */
    public List<Right> administrator() {
        List<Right> rights = new ArrayList<>();
        topics.all().forEach(spec -> rights.addAll(on(spec.topic(), CREATE, DELETE, ALTER, ALTER_CONFIGS)));
        rights.add(Right.onTopics(internal(), DELETE));
        rights.add(Right.onTopics(internal(), ALTER_CONFIGS));
        rights.add(Right.onGroup(applicationId, DELETE));
        return rights;
    }

    /** What Kafka Streams begins the names of its own topics and transactions with. */
    private String internal() {
        return applicationId + "-";
    }

    private List<Right> on(MonitorTopic topic, AclOperation... operations) {
        return Arrays.stream(operations)
                .map(operation -> Right.onTopic(topics.name(topic), operation))
                .toList();
    }

    private static void add(List<Right> rights, boolean needed, String topic, AclOperation operation) {
        if (needed) {
            rights.add(Right.onTopic(topic, operation));
        }
    }
}
