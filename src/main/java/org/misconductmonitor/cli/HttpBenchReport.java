package org.misconductmonitor.cli;

import java.util.StringJoiner;
import org.misconductmonitor.platform.bench.HttpBenchResult;

/** The result of {@code bench --http} for people. */
final class HttpBenchReport {
    private HttpBenchReport() {}

    static String of(HttpBenchResult result) {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        text.add("%,d rules, %,d events before, %,.0f of %,d events a second published for %.0f s"
                .formatted(
                        result.rules(),
                        result.eventsBefore(),
                        result.published(),
                        result.eventsPerSecond(),
                        result.seconds()));
        text.add("");
        text.add("%-22s %8s %8s %10s %10s %10s %10s"
                .formatted("milliseconds", "answers", "failed", "p50", "p90", "p99", "max"));
        result.lines()
                .forEach(line -> text.add("%-22s %,8d %,8d %10.1f %10.1f %10.1f %10.1f"
                        .formatted(
                                line.name(),
                                line.count(),
                                line.failed(),
                                line.p50(),
                                line.p90(),
                                line.p99(),
                                line.max())));
        return text.toString();
    }
}
