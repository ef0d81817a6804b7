package org.misconductmonitor.platform.bench;

import java.time.Duration;
import java.util.Map;
import org.misconductmonitor.rule.RuleSet;

/**
 * What is measured.
 *
 * @param rules the rules that the monitor runs with
 * @param events of each round
 * @param officers they are about
 * @param latePerMille how many of a thousand allegations come late
 * @param rounds measured rounds, after one to warm up
 * @param latencyRate events a second while latency is measured
 * @param latencyTime how long it is measured
 * @param settings of the configuration that differ from the defaults, for both topologies
 * @param limit after which a step that hangs is given up
 */
public record BenchOptions(
        RuleSet rules,
        int events,
        int officers,
        int latePerMille,
        int rounds,
        int latencyRate,
        Duration latencyTime,
        Map<String, String> settings,
        Duration limit) {
    public BenchOptions {
        settings = Map.copyOf(settings);
    }

    /** Events of all rounds and of the latency measurement together. */
    long allEvents() {
        return (long) events * (rounds + 1) + latencyRate * latencyTime.toSeconds();
    }
}
