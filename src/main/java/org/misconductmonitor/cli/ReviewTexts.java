package org.misconductmonitor.cli;

import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Subject;

/** Whose key seals what reviewers write about an alert. */
final class ReviewTexts {
    private ReviewTexts() {}

    /** The officer's it is about, even where the alert is kept under the tenant; of other alerts the tenant's. */
    static Subject holder(Alert alert) {
        return alert.subject().kind() == Subject.Kind.OFFICER ? alert.subject() : alert.home();
    }
}
