package org.misconductmonitor.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.misconductmonitor.topology.Accounting;
import org.misconductmonitor.topology.Tally;

/** How this instance is, and which others there are. */
public final class SystemStatus {
    private final RunningStreams streams;
    private final Supplier<InstanceAddress> own;
    private final InstanceHealth health;

    SystemStatus(RunningStreams streams, Supplier<InstanceAddress> own, InstanceHealth health) {
        this.streams = streams;
        this.own = own;
        this.health = health;
    }

    /**
     * How far this instance is behind in a partition that it reads.
     *
     * @param committed offset that comes next; null: nothing was committed yet
     * @param end offset behind the last record, or null while it is not known
     */
    public record PartitionLag(String topic, int partition, Long committed, Long end) {
        /** Records and transaction marks that are not processed yet, or null while it is not known. */
        public Long lag() {
            return end == null ? null : Long.valueOf(end - (committed == null ? 0 : committed));
        }
    }

    public InstanceAddress own() {
        return own.get();
    }

    /** Kafka Streams' own word, such as RUNNING or REBALANCING. */
    public String state() {
        return streams.state().name();
    }

    /** Whether records are being processed. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** What keeps this instance from its work, in words; empty when it is ready. Never waits for the cluster. */
    public List<String> hindrances() {
        return health.hindrances();
    }

    /** Native memory of all stores of this process: blocks, indexes, filters and write buffers, bytes. */
    public long storeBytes() {
        return health.storeBytes();
    }

    /** Whether it has stopped for good by itself. */
    public boolean hasFailed() {
        return streams.state() == KafkaStreams.State.ERROR;
    }

    /**
     * Of the partitions that are processed here, in order.
     *
     * @throws UnavailableException while the state is being restored
     */
    public List<PartitionLag> lag() {
        return streams.get().metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream()
                        .map(partition -> lag(partition, task.committedOffsets(), task.endOffsets())))
                .sorted(Comparator.comparing(PartitionLag::topic).thenComparing(PartitionLag::partition))
                .toList();
    }

    private static PartitionLag lag(
            TopicPartition partition, Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
        Long next = known(committed.get(partition));
        Long end = known(ends.get(partition));
        // What is known of the end is as old as the last fetch; what was processed lies before it.
        Long latest = next == null || end == null ? end : Long.valueOf(Math.max(next, end));
        return new PartitionLag(partition.topic(), partition.partition(), next, latest);
    }

    /** Kafka Streams says -1 for what it does not know. */
    private static Long known(Long offset) {
        return offset == null || offset < 0 ? null : offset;
    }

    /**
     * What became of the records read here.
     *
     * @throws UnavailableException while the state is being restored
     */
    public Map<Accounting.Line, Long> accounts() {
        return accounts(Accounts::lines);
    }

    /**
     * The same of each partition by itself, with the chains of what was read.
     *
     * @throws UnavailableException while the state is being restored
     */
    public Map<Integer, Map<Accounting.Line, Tally>> tallies() {
        return accounts(Accounts::tallies);
    }

    private <T> T accounts(Function<Accounts, T> question) {
        try {
            return question.apply(new Accounts(streams.get()));
        } catch (InvalidStateStoreException e) {
            throw new UnavailableException("the state is being restored, or has moved to another instance", 1);
        }
    }

    /**
     * The other instances that share the work and can be asked.
     *
     * @throws UnavailableException while the state is being restored
     */
    public List<InstanceAddress> others() {
        return streams.get().metadataForAllStreamsClients().stream()
                .flatMap(client -> Stream.of(client.hostInfo()))
                .filter(host ->
                        !host.equals(HostInfo.unavailable()) && !own.get().is(host.host(), host.port()))
                .map(host -> new InstanceAddress(host.host(), host.port()))
                .distinct()
                .toList();
    }
}
