package org.misconductmonitor.platform.bench;

import java.util.List;

/**
 * What was measured of the HTTP API while events came in.
 *
 * @param rules number of rules
 * @param eventsBefore that were there when it began
 * @param eventsPerSecond that were asked for
 * @param published events a second that were published
 * @param seconds how long it was measured
 * @param lines one for each kind of question, the live update last
 */
public record HttpBenchResult(
        int rules, int eventsBefore, int eventsPerSecond, double published, double seconds, List<Line> lines) {
    /**
     * How long answers of one kind took, milliseconds from when they were due to be asked for to their last byte; of the
     * live update, from before an event is sent to its alert at the client.
     *
     * @param name what was asked
     * @param count how many answers were measured
     * @param failed answers that were none, which are not measured
     */
    public record Line(String name, int count, int failed, double p50, double p90, double p99, double max) {
        static Line of(String name, Quantiles measured, int failed) {
            return new Line(
                    name,
                    measured.count(),
                    failed,
                    measured.at(0.5),
                    measured.at(0.9),
                    measured.at(0.99),
                    measured.at(1));
        }
    }
}
