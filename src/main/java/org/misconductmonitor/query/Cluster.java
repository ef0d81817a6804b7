package org.misconductmonitor.query;

import java.util.function.Consumer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.AuditBook;
import org.misconductmonitor.topology.AuditLog;
import org.misconductmonitor.topology.DeadLetterBook;
import org.misconductmonitor.topology.DeadLetterReplay;
import org.misconductmonitor.topology.LiveEvents;
import org.misconductmonitor.topology.ReviewDesk;

/**
 * What queries read from the cluster and write to it. Each call opens something of its own, which whoever asks closes.
 * All of them fail with {@link org.misconductmonitor.topology.ClusterException} if no broker answers in time.
 */
public interface Cluster {
    AlertFeed alerts();

    CurrentRules rules();

    DeadLetterBook deadLetters();

    /** Shuts out replays of dead letters that run already. */
    DeadLetterReplay replay();

    /** Events that come, from the first one on. */
    LiveEvents events();

    /**
     * Hands on every event that lies in the input topics now.
     *
     * @return how many records are none
     */
    int history(Consumer<Event> taker);

    ReviewDesk reviews();

    AuditLog auditLog();

    AuditBook auditBook();
}
