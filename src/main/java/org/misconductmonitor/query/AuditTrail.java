package org.misconductmonitor.query;

import java.util.List;
import java.util.function.Supplier;
import org.misconductmonitor.topology.AuditBook;
import org.misconductmonitor.topology.AuditEntry;
import org.misconductmonitor.topology.AuditFilter;
import org.misconductmonitor.topology.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of operations on people's records. Any number of threads; it connects when it is first needed. */
public final class AuditTrail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final int SOON = 5;

    private final Supplier<AuditLog> logs;
    private final Supplier<AuditBook> books;
    private AuditLog log;

    AuditTrail(Supplier<AuditLog> logs, Supplier<AuditBook> books) {
        this.logs = logs;
        this.books = books;
    }

    /**
     * Writes them and waits until the cluster has them.
     *
     * @throws UnavailableException if it has not: what they say must not be done then
     */
    public void write(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            log().write(entries);
        } catch (RuntimeException e) {
            LOG.warn("The audit log cannot be written: {}", e.getClass().getName());
            throw new UnavailableException(
                    "what is asked for must be written to the audit log first, and the cluster does not take it now",
                    SOON);
        }
    }

    /**
     * Part of what was written, the latest first.
     *
     * @param after where the part begins, or null
     * @throws UnavailableException if the cluster does not tell
     */
    public AuditBook.Page latest(AuditFilter filter, AuditBook.Place after, int limit) {
        try (AuditBook book = books.get()) {
            return book.latest(filter, after, limit);
        } catch (RuntimeException e) {
            LOG.warn("The audit log cannot be read: {}", e.getClass().getName());
            throw new UnavailableException("the audit log cannot be read from the cluster now", SOON);
        }
    }

    private synchronized AuditLog log() {
        if (log == null) {
            log = logs.get();
        }
        return log;
    }

    @Override
    public synchronized void close() {
        if (log != null) {
            log.close();
            log = null;
        }
    }
}
