package org.misconductmonitor.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;

/** In which order alerts are listed; of equal times, by alertId. */
public enum AlertSort {
    /** By the business time at which they fired, the latest first. */
    FIRED_LATEST_FIRST(AlertEntry::firedAt, true),
    /** By the business time at which they fired. */
    FIRED_EARLIEST_FIRST(AlertEntry::firedAt, false),
    /** By the time at which their latest revision was published, the latest first. */
    CHANGED_LATEST_FIRST(AlertEntry::changedAt, true),
    /** By the time at which their latest revision was published. */
    CHANGED_EARLIEST_FIRST(AlertEntry::changedAt, false),
    /** What is overdue, the longest first; then by the time at which each must be acknowledged or is woken; then others. */
    DUE_FIRST(AlertSort::due, false);

    /**
     * A place in the order, between two alerts.
     *
     * @param time of the alert before it
     * @param alertId of the alert before it
     */
    public record Place(Instant time, String alertId) {}

    private final Function<AlertEntry, Instant> time;
    private final Comparator<Place> order;

    AlertSort(Function<AlertEntry, Instant> time, boolean latestFirst) {
        this.time = time;
        Comparator<Place> byTime = Comparator.comparing(Place::time);
        this.order = (latestFirst ? byTime.reversed() : byTime).thenComparing(Place::alertId);
    }

    private static Instant due(AlertEntry entry) {
        return entry.review().due() == null ? Instant.MAX : entry.review().due();
    }

    Place place(AlertEntry entry) {
        return new Place(time.apply(entry), entry.alertId());
    }

    Comparator<Place> order() {
        return order;
    }
}
