package org.misconductmonitor.platform.bench;

import java.time.Duration;
import java.util.Map;
import org.misconductmonitor.rule.file.LoadedRules;

/**
 * What is measured of the HTTP API.
 *
 * @param rules the rules that the monitor runs with
 * @param before events that are there when it begins
 * @param officers the events are about
 * @param latePerMille how many of a thousand allegations come late
 * @param rate events a second meanwhile
 * @param time how long it is measured
 * @param settings of the configuration that differ from the defaults
 * @param limit after which a step that hangs is given up
 */
public record HttpBenchOptions(
        LoadedRules rules,
        int before,
        int officers,
        int latePerMille,
        int rate,
        Duration time,
        Map<String, String> settings,
        Duration limit) {
    public HttpBenchOptions {
        settings = Map.copyOf(settings);
    }
}
