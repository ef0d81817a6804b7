package org.misconductmonitor.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Whether an action can be taken. */
final class ReviewChecks {
    /** Of one alert: their ids travel in every later revision. */
    private static final int MOST_ACTIONS = 1_000;

    private ReviewChecks() {}

    /**
     * Why it cannot, or empty.
     *
     * @param alert as published last
     * @param remembered see {@link AlertLives#act}
     */
    static Optional<Refusal> refusal(Alert alert, ReviewAction action, boolean remembered, Instant at) {
        return full(alert)
                .or(() -> action.incomplete(at))
                .or(() -> action.kind().decides() ? conflict(alert, action, remembered) : Optional.empty())
                .or(() -> forbidden(alert.life().state(), action.kind()));
    }

    private static Optional<Refusal> full(Alert alert) {
        return alert.life().judged().actionIds().size() < MOST_ACTIONS
                ? Optional.empty()
                : refused(Refusal.Reason.TOO_LARGE, "the alert has had %d actions, and takes no more", MOST_ACTIONS);
    }

    private static Optional<Refusal> conflict(Alert alert, ReviewAction action, boolean remembered) {
        Judged judged = alert.life().judged();
        int seen = action.alertRevision();
        if (remembered ? seen <= judged.seen() : seen < judged.revision()) {
            return refused(
                    Refusal.Reason.CONFLICT,
                    "the alert has changed since revision %d: it is at revision %d and %s; look at it again, then act on"
                            + " that revision",
                    seen,
                    alert.revision(),
                    alert.life().state());
        }
        if (!remembered && seen > alert.revision()) {
            return refused(
                    Refusal.Reason.CONFLICT,
                    "the alert has no revision %d yet: it is at revision %d and %s",
                    seen,
                    alert.revision(),
                    alert.life().state());
        }
        return Optional.empty();
    }

    private static Optional<Refusal> forbidden(LifeState state, ReviewAction.Kind kind) {
        boolean allowed =
                switch (kind) {
                    case COMMENT, ATTACH_STATEMENT -> true;
                    case REOPEN -> state.isClosed();
                    case ACKNOWLEDGE -> state == LifeState.NEW || state == LifeState.SNOOZED;
                    case START_REVIEW -> state.isOpen() && state != LifeState.UNDER_REVIEW;
                    case PLAN_INTERVENTION -> state.isOpen() && state != LifeState.INTERVENTION_PENDING;
                    case ASSIGN, SNOOZE, CLOSE -> state.isOpen();
                };
        if (allowed) {
            return Optional.empty();
        }
        String advice = state.isClosed() ? "; REOPEN it first" : state.isOpen() ? "" : " by the facts";
        return refused(Refusal.Reason.NOT_ALLOWED, "%s is not possible: the alert is %s%s", kind, state, advice);
    }

    private static Optional<Refusal> refused(Refusal.Reason reason, String message, Object... parts) {
        return Optional.of(new Refusal(reason, String.format(Locale.ROOT, message, parts)));
    }
}
