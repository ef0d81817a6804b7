package org.misconductmonitor.cli;

import java.util.Optional;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.privacy.TextSeal;

/**
 * Seals what reviewers write about an alert, and opens it for those who have the vault.
 *
 * @param seal empty if the site has no vault: then texts stay as they are
 */
record ReviewTexts(Optional<TextSeal> seal) {
    ReviewAction sealed(Alert alert, ReviewAction action) {
        return seal.isEmpty()
                ? action
                : action.withTexts((name, text) -> seal.get().seal(holder(alert), alert.alertId(), name, text));
    }

    Alert opened(Alert alert) {
        return seal.isEmpty()
                ? alert
                : alert.withTexts((name, text) -> seal.get()
                        .open(holder(alert), alert.alertId(), name, text)
                        .orElse(text));
    }

    /** The officer it is about, even where the alert is kept under the tenant; of other alerts the tenant. */
    private static Subject holder(Alert alert) {
        return alert.subject().kind() == Subject.Kind.OFFICER ? alert.subject() : alert.home();
    }
}
