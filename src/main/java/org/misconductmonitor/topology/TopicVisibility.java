package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A broker learns of a new topic a moment after the controller has made it. */
final class TopicVisibility {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TopicVisibility() {}

    static void await(ClusterTopics topics, Collection<TopicSpec> created) {
        Set<String> wanted = created.stream().map(TopicSpec::name).collect(Collectors.toSet());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!topics.names().containsAll(wanted)) {
            if (System.nanoTime() > deadline) {
                throw new ClusterException(
                        "the cluster says it has created " + wanted + " but does not list them after "
                                + PATIENCE.toSeconds() + " s: run `topics check`",
                        null);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for new topics", e);
        }
    }
}
