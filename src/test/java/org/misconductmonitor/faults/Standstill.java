package org.misconductmonitor.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.misconductmonitor.endtoend.Offsets;
import org.misconductmonitor.topology.MonitorTopic;

/**
 * Where a monitor was when a fault struck. Each task reads the same partition of every topic, so those of the allegations,
 * into which most of the events go, stand for all.
 */
final class Standstill {
    private final Offsets offsets;
    private final Map<TopicPartition, Long> read;
    private final Map<TopicPartition, Long> ends;

    private Standstill(Offsets offsets, Map<TopicPartition, Long> read, Map<TopicPartition, Long> ends) {
        this.offsets = offsets;
        this.read = read;
        this.ends = ends;
    }

    /** Call it after the fault: what the monitor still did before is no recovery. */
    static Standstill now(Offsets offsets) {
        return new Standstill(offsets, offsets.read(MonitorTopic.ALLEGATIONS), offsets.ends(MonitorTopic.ALLEGATIONS));
    }

    /**
     * Waits for its end.
     *
     * @param since nanoseconds of the clock when the fault had struck
     * @param instances of which those that live have to be ready
     * @throws AssertionError if nothing moves any more
     */
    Recovery end(long since, List<Instance> instances) throws InterruptedException {
        Patience.await(() -> notAtWork(instances));
        Duration atWork = Duration.ofNanos(System.nanoTime() - since);
        Patience.await(() -> offsets.unread(ends));
        return new Recovery(atWork, Duration.ofNanos(System.nanoTime() - since));
    }

    private Map<String, Long> notAtWork(List<Instance> instances) {
        Map<String, Long> left = new TreeMap<>();
        offsets.read(MonitorTopic.ALLEGATIONS).forEach((partition, now) -> {
            if (now <= read.get(partition)) {
                left.put("nothing more read in " + partition, now);
            }
        });
        if (left.isEmpty()) {
            instances.stream()
                    .filter(Instance::isAlive)
                    .filter(instance -> !instance.isReady())
                    .forEach(instance -> left.put("not ready: " + instance.log(), offsets.committedTotal()));
        }
        return left;
    }
}
