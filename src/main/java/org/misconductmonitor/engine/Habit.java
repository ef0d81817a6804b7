package org.misconductmonitor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.misconductmonitor.rule.Feed;
import org.misconductmonitor.rule.LengthText;

/** The times at which one publisher has published, and how long it is usually silent. */
final class Habit {
    private final Feed feed;
    private final Deque<Instant> times = new ArrayDeque<>();

    Habit(Feed feed) {
        this.feed = feed;
    }

    /** Facts of one moment are one: a batch says nothing of how often batches come. */
    void add(Instant at) {
        Instant earliest = feed.habit().earliestStartFrom(at);
        while (!times.isEmpty() && !times.peekFirst().isAfter(earliest)) {
            times.pollFirst();
        }
        if (times.isEmpty() || times.peekLast().isBefore(at)) {
            times.addLast(at);
        }
    }

    /** @return the percentile of the times between its facts, by nearest rank; or null if they are too few */
    Usual usual() {
        Instant start = feed.habit().start(times.peekLast());
        List<Duration> gaps = new ArrayList<>(times.size());
        Instant last = null;
        for (Instant at : times) {
            if (last != null) {
                gaps.add(Duration.between(last, at));
            }
            last = at.isAfter(start) ? at : null;
        }
        if (gaps.size() + 1 < feed.least()) {
            return null;
        }
        Collections.sort(gaps);
        return new Usual(gaps.get(NearestRank.position(feed.percentile(), gaps.size())), gaps.size());
    }

    /**
     * How long a publisher is usually silent.
     *
     * @param gap no longer than this
     * @param gaps of how many times
     */
    record Usual(Duration gap, int gaps) {
        String inWords(Feed feed) {
            return feed.percentile() + " of 100 of its " + gaps + " silences in the "
                    + feed.habit().inWordsAfterThe()
                    + " before were no longer than "
                    + LengthText.of(gap);
        }
    }
}
