package org.misconductmonitor.platform.bench;

import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param rules number of rules
 * @param events of each round
 * @param officers they are about
 * @param rounds one after the other
 * @param speedRatio median events a second of the monitor to that of the peer
 * @param cpuRatio median CPU time of the peer's stream threads to that of the monitor's; free of other load
 * @param latency from event to alert
 * @param state on disk
 * @param restore after the state was lost
 * @param replay the engine alone
 */
public record BenchResult(
        int rules,
        int events,
        int officers,
        List<Round> rounds,
        double speedRatio,
        double cpuRatio,
        Latency latency,
        State state,
        Restore restore,
        Replay replay) {

    /** One round: the same events through both topologies. */
    public record Round(Run monitor, Run forward) {}

    /**
     * One topology in one round.
     *
     * @param eventsPerSecond end to end, until the last transaction has ended
     * @param threadMicrosPerEvent CPU time of its stream threads
     * @param processMicrosPerEvent CPU time of everything, the broker included
     * @param writtenPerEvent records it wrote for each event, by topic: what a stream asks for besides being read
     */
    public record Run(
            double eventsPerSecond,
            double threadMicrosPerEvent,
            double processMicrosPerEvent,
            Map<String, Double> writtenPerEvent) {}

    /**
     * From sending an event to having its alert in a consumer that reads committed records only, milliseconds.
     *
     * @param alerts how many were seen
     * @param commitIntervalMs of the monitor
     */
    public record Latency(int eventsPerSecond, int alerts, double p50, double p99, double max, int commitIntervalMs) {}

    /**
     * What the stores take on disk.
     *
     * @param officerAllegations allegations in them, each against one officer
     * @param bytes tables and logs of all stores
     * @param factBytes those of the facts alone
     */
    public record State(long officerAllegations, long bytes, long factBytes, double bytesPerOfficerAllegation) {}

    /**
     * Reading the changelogs again.
     *
     * @param records in them
     * @param recordsPerSecond while the stores were restored
     * @param consumerRecordsPerSecond of a bare consumer over the same partitions
     */
    public record Restore(long records, double recordsPerSecond, double consumerRecordsPerSecond, double ratio) {}

    /**
     * The engine over events in memory, on one core.
     *
     * @param eventsPerSecond of wall time
     * @param eventsPerCpuSecond of CPU time
     * @param alertsPerEvent transitions of alerts by facts alone: of many more than these the monitor tells only when time
     *     has passed
     */
    public record Replay(double eventsPerSecond, double eventsPerCpuSecond, double alertsPerEvent) {}
}
