package org.misconductmonitor.endtoend;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.Alert;

/** Transitions as a consumer folds them. */
final class Folded {
    private Folded() {}

    /**
     * The alerts that stand after all of them.
     *
     * @throws AssertionError if a revision is missing, comes twice or in the wrong order
     */
    static List<Alert> standing(Collection<Alert> transitions) {
        Map<String, Alert> latest = new LinkedHashMap<>();
        for (Alert alert : transitions) {
            Alert before = latest.put(alert.alertId(), alert);
            int expected = before == null ? 1 : before.revision() + 1;
            if (alert.revision() != expected) {
                throw new AssertionError(
                        "alert " + alert.alertId() + ": revision " + alert.revision() + " instead of " + expected);
            }
        }
        return latest.values().stream().filter(Alert::stands).toList();
    }

    /** From a compacted topic: the latest revision of each, whatever compaction has left. */
    static List<Alert> latest(Collection<Alert> revisions) {
        Map<String, Alert> latest = new LinkedHashMap<>();
        revisions.forEach(alert -> latest.put(alert.alertId(), alert));
        return latest.values().stream().filter(Alert::stands).toList();
    }
}
