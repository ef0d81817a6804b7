package org.misconductmonitor.query;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.PublishedAlert;

/** Single revisions out of the topic, by where they are. */
final class AlertArchive implements AutoCloseable {
    private final Supplier<AlertFeed> feeds;
    private AlertFeed feed;

    AlertArchive(Supplier<AlertFeed> feeds) {
        this.feeds = feeds;
    }

    Alert read(int partition, long offset) {
        return read(partition, new long[] {offset}).get(0).alert();
    }

    /** In the order asked for. */
    synchronized List<PublishedAlert> read(int partition, long[] offsets) {
        if (feed == null) {
            feed = feeds.get();
        }
        try {
            return Arrays.stream(offsets)
                    .mapToObj(offset -> feed.read(partition, offset))
                    .toList();
        } catch (RuntimeException e) {
            close();
            throw new UnavailableException("alerts cannot be read from the cluster now", 5);
        }
    }

    /** By partition, the offset behind the last committed revision. */
    synchronized TopicPosition end() {
        if (feed == null) {
            feed = feeds.get();
        }
        return new TopicPosition(feed.ends());
    }

    @Override
    public synchronized void close() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }
}
