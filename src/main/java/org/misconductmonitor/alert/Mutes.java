package org.misconductmonitor.alert;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which of the alerts of one rule and subject mute others. */
final class Mutes {
    private static final Comparator<Alert> HIGHEST_FIRST =
            Comparator.comparing(Alert::levelIndex).reversed().thenComparing(Alert::alertId);

    private final List<Alert> loud;

    Mutes(Collection<Alert> alerts) {
        this.loud = areOfOneLevel(alerts) ? List.of() : highestFirst(alerts);
    }

    /** Then none is higher than another: the usual case, however long a rule has fallen due again and again. */
    private static boolean areOfOneLevel(Collection<Alert> alerts) {
        int level = -1;
        for (Alert alert : alerts) {
            if (level >= 0 && alert.levelIndex() != level) {
                return false;
            }
            level = alert.levelIndex();
        }
        return true;
    }

    private static List<Alert> highestFirst(Collection<Alert> alerts) {
        return alerts.stream()
                .filter(alert ->
                        alert.life().state().isOpen() || alert.life().state().isClosed() && alert.stands())
                .sorted(HIGHEST_FIRST)
                .toList();
    }

    /** @return name of the highest level that mutes the alert, or null */
    String of(Alert alert) {
        if (!alert.life().state().isOpen()) {
            return null;
        }
        for (Alert other : loud) {
            if (other.levelIndex() <= alert.levelIndex()) {
                return null;
            }
            if (!isHidden(other, alert) && (other.life().state().isOpen() || covers(other, alert))) {
                return other.level();
            }
        }
        return null;
    }

    /** Who may not know of a covert alert would see by others of its rule that there is one: they would fall silent. */
    private static boolean isHidden(Alert other, Alert alert) {
        return other.handling() == Handling.COVERT && alert.handling() != Handling.COVERT;
    }

    /** What was decided on the higher one was decided on the lower one's cases, too. */
    private static boolean covers(Alert closed, Alert lower) {
        List<String> cases = AlertLife.cases(lower);
        return !cases.isEmpty() && closed.life().closedCases().containsAll(cases);
    }
}
