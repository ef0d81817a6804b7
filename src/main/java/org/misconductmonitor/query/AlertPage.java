package org.misconductmonitor.query;

import java.util.List;
import org.misconductmonitor.alert.Alert;

/**
 * A part of a list of alerts.
 *
 * @param alerts latest revisions, in order
 * @param next where the next part begins, or null if this is the last
 * @param total how many alerts the whole list has now
 * @param position of the topic that the list is as new as, or a little newer
 */
public record AlertPage(List<Alert> alerts, AlertSort.Place next, int total, TopicPosition position) {
    public AlertPage {
        alerts = List.copyOf(alerts);
    }
}
