package org.misconductmonitor.query;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.misconductmonitor.topology.PublishedAlert;

/** The revisions that came last, for those who follow the topic; bounded by the facts of evidence they hold. */
final class AlertTail {
    private final int mostFacts;
    private final Deque<PublishedAlert> latest = new ArrayDeque<>();
    private TopicPosition start = new TopicPosition(Map.of());
    private int facts;

    AlertTail(int mostFacts) {
        this.mostFacts = mostFacts;
    }

    synchronized void add(PublishedAlert alert) {
        latest.addLast(alert);
        facts += weight(alert);
        while (facts > mostFacts) {
            PublishedAlert oldest = latest.removeFirst();
            facts -= weight(oldest);
            start = start.after(oldest.partition(), oldest.offset());
        }
        notifyAll();
    }

    /** Where one must have come to go on from here. */
    synchronized TopicPosition start() {
        return start;
    }

    /**
     * What came after a position, in the order it came.
     *
     * @param wait how long to wait if there is nothing yet
     * @return empty if some of it is not here any more
     */
    synchronized Optional<List<PublishedAlert>> after(TopicPosition position, Duration wait)
            throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (position.reaches(start)) {
            List<PublishedAlert> found = latest.stream()
                    .filter(alert -> !position.isBehind(alert.partition(), alert.offset()))
                    .toList();
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (!found.isEmpty() || left <= 0) {
                return Optional.of(found);
            }
            wait(left);
        }
        return Optional.empty();
    }

    private static int weight(PublishedAlert alert) {
        return 1 + alert.alert().evidence().size();
    }
}
