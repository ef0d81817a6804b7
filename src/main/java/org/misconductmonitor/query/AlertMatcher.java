package org.misconductmonitor.query;

import org.misconductmonitor.topology.PublishedAlert;

/** Chooses among revisions by themselves, as a filter does among alerts. */
public final class AlertMatcher {
    private final AlertFilter filter;

    public AlertMatcher(AlertFilter filter) {
        this.filter = filter;
    }

    public boolean accepts(PublishedAlert published) {
        return filter.accepts(AlertEntry.of(published, null));
    }
}
