package org.misconductmonitor.cli;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.misconductmonitor.platform.bench.BenchResult;

/** The result of {@code bench} for people: ratios first. */
final class BenchReport {
    private BenchReport() {}

    static String of(BenchResult result) {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        text.add("%,d rules, %,d events a round about %,d officers"
                .formatted(result.rules(), result.events(), result.officers()));
        text.add("");
        text.add("monitor to forward     %.2f events/s (median of %d rounds), %.2f by CPU time of the stream threads"
                .formatted(result.speedRatio(), result.rounds().size(), result.cpuRatio()));
        text.add("                      %12s %12s %14s %14s %13s %13s"
                .formatted("monitor/s", "forward/s", "monitor us CPU", "forward us CPU", "monitor all", "forward all"));
        int number = 0;
        for (BenchResult.Round round : result.rounds()) {
            text.add("  round %-2d            %,12.0f %,12.0f %14.2f %14.2f %13.2f %13.2f"
                    .formatted(
                            ++number,
                            round.monitor().eventsPerSecond(),
                            round.forward().eventsPerSecond(),
                            round.monitor().threadMicrosPerEvent(),
                            round.forward().threadMicrosPerEvent(),
                            round.monitor().processMicrosPerEvent(),
                            round.forward().processMicrosPerEvent()));
        }
        text.add("written for an event   " + written(result.rounds()));
        BenchResult.Latency latency = result.latency();
        text.add(
                "event to alert         p50 %.1f ms, p99 %.1f ms, max %.1f ms (%,d alerts at %,d events/s, a commit every %d ms)"
                        .formatted(
                                latency.p50(),
                                latency.p99(),
                                latency.max(),
                                latency.alerts(),
                                latency.eventsPerSecond(),
                                latency.commitIntervalMs()));
        BenchResult.State state = result.state();
        text.add("state on disk          %.0f bytes an officer-allegation, %.0f of them facts (%,d; %,d bytes)"
                .formatted(
                        state.bytesPerOfficerAllegation(),
                        (double) state.factBytes() / state.officerAllegations(),
                        state.officerAllegations(),
                        state.bytes()));
        BenchResult.Restore restore = result.restore();
        text.add("restore to consumer    %.2f (%,.0f to %,.0f records/s, %,d records)"
                .formatted(
                        restore.ratio(),
                        restore.recordsPerSecond(),
                        restore.consumerRecordsPerSecond(),
                        restore.records()));
        text.add("replay                 %,.0f events/s, %,.0f a second of CPU, %.2f transitions of alerts an event"
                .formatted(
                        result.replay().eventsPerSecond(),
                        result.replay().eventsPerCpuSecond(),
                        result.replay().alertsPerEvent()));
        return text.toString();
    }

    /** Of the last round: a stream in which much is to be told costs more than one in which nothing is. */
    private static String written(List<BenchResult.Round> rounds) {
        return rounds.get(rounds.size() - 1).monitor().writtenPerEvent().entrySet().stream()
                .map(entry -> "%s %.2f".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
