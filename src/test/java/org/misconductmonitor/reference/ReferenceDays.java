package org.misconductmonitor.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Window;

/** What rules that compare once a day share. */
final class ReferenceDays {
    private ReferenceDays() {}

    /** The midnights after the days of these facts, each once, in order. */
    static List<Instant> midnights(List<Seen> facts) {
        return facts.stream()
                .map(fact -> fact.at().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)))
                .distinct()
                .sorted()
                .toList();
    }

    static List<Seen> on(List<Seen> facts, Instant midnight) {
        return between(facts, midnight.minus(Duration.ofDays(1)), midnight);
    }

    static List<Seen> window(List<Seen> facts, Window window, Instant midnight) {
        return between(facts, window.start(midnight), midnight);
    }

    /** The window without its last day. */
    static List<Seen> before(List<Seen> facts, Window window, Instant midnight) {
        return between(facts, window.start(midnight), midnight.minus(Duration.ofDays(1)));
    }

    private static List<Seen> between(List<Seen> facts, Instant from, Instant to) {
        return facts.stream()
                .filter(fact -> !fact.at().isBefore(from) && fact.at().isBefore(to))
                .toList();
    }

    /** Whether the comparison of a day has been told. */
    static boolean isTold(Instant midnight, Instant now, List<Seen> lookedAt) {
        return !midnight.isAfter(now)
                || lookedAt.stream().anyMatch(fact -> !fact.at().isBefore(midnight));
    }

    /** The least that so many of a hundred do not exceed, of values in order. */
    static <T> T nearestRank(List<T> sorted, int percentile) {
        int rank = 1;
        while (rank * 100 < percentile * sorted.size()) {
            rank++;
        }
        return sorted.get(rank - 1);
    }

    static StandingAlert alert(
            ReferenceFacts facts,
            int level,
            String name,
            Instant midnight,
            int count,
            Window window,
            List<Seen> evidence) {
        return new StandingAlert(
                facts.rule().id(),
                facts.subjectId(),
                name,
                level,
                midnight,
                count,
                window.start(midnight),
                midnight,
                facts.evidence(evidence, midnight),
                null,
                null,
                null);
    }
}
