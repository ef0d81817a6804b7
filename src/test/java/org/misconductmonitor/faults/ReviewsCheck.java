package org.misconductmonitor.faults;

import java.util.List;
import java.util.Objects;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;

/** Every action that was sent has an outcome, and each that was applied made one revision. */
final class ReviewsCheck {
    private ReviewsCheck() {}

    static void check(
            List<ReviewAction> actions, List<ReviewOutcome> outcomes, List<Alert> revisions, Differences differences) {
        differences.compare(
                "outcomes of actions",
                actions.stream().map(ReviewAction::actionId).toList(),
                outcomes.stream().map(ReviewOutcome::actionId).toList());
        differences.compare(
                "actions judged for the first time",
                actions.stream().map(ReviewAction::actionId).distinct().toList(),
                outcomes.stream()
                        .filter(outcome -> outcome.result() != ReviewOutcome.Result.DUPLICATE)
                        .map(ReviewOutcome::actionId)
                        .toList());
        differences.compare(
                "revisions by actions",
                outcomes.stream()
                        .filter(outcome -> outcome.result() == ReviewOutcome.Result.APPLIED)
                        .map(ReviewOutcome::actionId)
                        .toList(),
                revisions.stream()
                        .map(alert -> alert.notice().did())
                        .filter(Objects::nonNull)
                        .map(Notice.Did::actionId)
                        .toList());
    }
}
