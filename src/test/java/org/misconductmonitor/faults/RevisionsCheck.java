package org.misconductmonitor.faults;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Alert.Transition;
import org.misconductmonitor.alert.Notice;

/** Revisions of one alert are 1, 2, 3 ..., each once, and each says what may follow the one before. */
final class RevisionsCheck {
    private RevisionsCheck() {}

    /** @return the latest revision of each */
    static Collection<Alert> check(List<Alert> revisions, Differences differences) {
        Map<String, Alert> latest = new LinkedHashMap<>();
        for (Alert alert : revisions) {
            Alert before = latest.put(alert.alertId(), alert);
            int expected = before == null ? 1 : before.revision() + 1;
            if (alert.revision() != expected) {
                differences.add("numbers", alert.alertId() + ": " + alert.revision() + " instead of " + expected);
            }
            if (!mayFollow(before, alert)) {
                differences.add(
                        "transitions",
                        "%s: %s by %s in revision %d after %s"
                                .formatted(
                                        alert.alertId(),
                                        alert.transition(),
                                        alert.notice().change(),
                                        alert.revision(),
                                        before == null ? "nothing" : before.transition()));
            }
        }
        return latest.values();
    }

    private static boolean mayFollow(Alert before, Alert alert) {
        if (alert.notice().change() != Notice.Change.FACTS) {
            return before != null && alert.transition() == (before.stands() ? Transition.UPDATED : before.transition());
        }
        boolean begins = before == null || before.transition() == Transition.WITHDRAWN;
        return begins == (alert.transition() == Transition.RAISED);
    }
}
