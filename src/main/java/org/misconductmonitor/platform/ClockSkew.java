package org.misconductmonitor.platform;

import java.time.Duration;
import java.util.Optional;

/**
 * How far this machine's clock is from the cluster's, which stamps the records that it appends. Deadlines are told by
 * this clock, and facts are stamped by that one. Safe for many threads.
 */
final class ClockSkew {
    /** Some seconds pass before an answer is looked at on a machine that is busy. */
    private static final Duration TOLERATED = Duration.ofSeconds(60);

    private volatile Stamp last;

    /** What the cluster's clock said, milliseconds, and when we heard of it, by a clock that nobody sets. */
    private record Stamp(long appended, long nanos) {}

    /**
     * A record was appended.
     *
     * @param appended by the clock of the cluster, milliseconds since 1970
     * @param nanos when it was acknowledged, {@link System#nanoTime}
     */
    void acknowledged(long appended, long nanos) {
        last = new Stamp(appended, nanos);
    }

    /**
     * What is wrong with the clock, in words.
     *
     * @param now by it, milliseconds since 1970
     * @param nanos {@link System#nanoTime}
     */
    Optional<String> hindrance(long now, long nanos) {
        Stamp stamp = last;
        if (stamp == null) {
            return Optional.empty();
        }
        // The stamp grows older by a clock that runs evenly: one that was set right meanwhile is right at once.
        long cluster =
                stamp.appended() + Duration.ofNanos(nanos - stamp.nanos()).toMillis();
        Duration ahead = Duration.ofMillis(now - cluster);
        if (ahead.abs().compareTo(TOLERATED) <= 0) {
            return Optional.empty();
        }
        return Optional.of("the clock of this machine is " + ahead.abs().toSeconds() + " s "
                + (ahead.isNegative() ? "behind" : "ahead of")
                + " that of the cluster: deadlines would be told at the wrong time; set it (NTP)");
    }
}
