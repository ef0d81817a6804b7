package org.misconductmonitor.topology;

import java.util.List;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.ReviewAction;

/**
 * What moves the lives of alerts. Its key in the task is the subject under which the alerts are computed: an officer, or a
 * tenant for alerts about its units, handlers and publishers. Everything about an alert has that key, in the stores and in
 * the topics: its reviews, its revisions, the outcomes.
 */
sealed interface LifeInput {
    /**
     * What facts, time or rules have changed at once, so that readers never see the half of it.
     *
     * @param alerts as computed, in order; their revisions are those of the computation
     */
    record AlertTransitions(List<Alert> alerts) implements LifeInput {}

    /**
     * What a reviewer did.
     *
     * @param action as it was published
     */
    record Reviewed(ReviewAction action) implements LifeInput {}
}
