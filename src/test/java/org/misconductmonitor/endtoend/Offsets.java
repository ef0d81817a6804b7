package org.misconductmonitor.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.topology.MonitorTopic;

/** How far a monitor is, as the cluster knows it: the same for one in this process, in another, or in several. */
public final class Offsets implements AutoCloseable {
    private static final List<MonitorTopic> READ = List.of(
            MonitorTopic.ALLEGATIONS,
            MonitorTopic.VETTING,
            MonitorTopic.WORKFORCE,
            MonitorTopic.REPORTS,
            MonitorTopic.REVIEWS,
            MonitorTopic.RULES,
            MonitorTopic.HANDOVERS,
            MonitorTopic.CONTRIBUTIONS);
    private static final List<MonitorTopic> WRITTEN = List.of(
            MonitorTopic.HANDOVERS,
            MonitorTopic.CONTRIBUTIONS,
            MonitorTopic.ALERTS,
            MonitorTopic.STANDING_ALERTS,
            MonitorTopic.DEAD_LETTERS);

    private final Site site;
    private final Admin admin;

    public Offsets(Site site) {
        this.site = site;
        this.admin = Admin.create(ClientProperties.admin(site.config()));
    }

    /** What is not yet read, or written in a transaction that is not ended yet, by partition; empty when all is done. */
    public Map<String, Long> behind() {
        Map<String, Long> behind = unread(ends(READ, IsolationLevel.READ_UNCOMMITTED));
        Map<TopicPartition, Long> stable = ends(WRITTEN, IsolationLevel.READ_COMMITTED);
        ends(WRITTEN, IsolationLevel.READ_UNCOMMITTED)
                .forEach((partition, end) -> missing(behind, "open in " + partition, end - stable.get(partition)));
        return behind;
    }

    /** How many input records the group has read and committed. */
    public long committedTotal() {
        return committed().values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /** Behind the last committed record of each partition of the topic. */
    public Map<TopicPartition, Long> ends(MonitorTopic topic) {
        return ends(List.of(topic), IsolationLevel.READ_COMMITTED);
    }

    /** Behind the last record of each partition of the topic that the group has read and committed; 0 before the first. */
    public Map<TopicPartition, Long> read(MonitorTopic topic) {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        return partitions(topic).collect(Collectors.toMap(partition -> partition, partition -> {
            OffsetAndMetadata offset = committed.get(partition);
            return offset == null ? 0 : offset.offset();
        }));
    }

    /** How many of what lies before these the group has not read and committed, by partition; empty when all is. */
    public Map<String, Long> unread(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        Map<String, Long> unread = new TreeMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata offset = committed.get(partition);
            missing(unread, "unread in " + partition, Math.max(0, end - (offset == null ? 0 : offset.offset())));
        });
        return unread;
    }

    private static void missing(Map<String, Long> behind, String what, long count) {
        if (count != 0) {
            behind.put(what, count);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        try {
            return admin.listConsumerGroupOffsets(site.config().applicationId())
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, Long> ends(List<MonitorTopic> topics, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> asked = topics.stream()
                .flatMap(this::partitions)
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        try {
            admin.listOffsets(asked, new ListOffsetsOptions(isolation))
                    .all()
                    .get()
                    .forEach((partition, found) -> ends.put(partition, found.offset()));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return ends;
    }

    private Stream<TopicPartition> partitions(MonitorTopic topic) {
        return IntStream.range(0, site.config().topics().partitions())
                .mapToObj(partition -> new TopicPartition(site.topic(topic), partition));
    }

    @Override
    public void close() {
        admin.close();
    }
}
