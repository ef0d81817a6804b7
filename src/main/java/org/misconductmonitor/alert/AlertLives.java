package org.misconductmonitor.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lives of all alerts of one rule about one subject, as they were published last. A function of the transitions, the
 * actions and the time they came at: everything that falls due at a time happens before what comes at that time.
 *
 * <h2>Revisions</h2>
 *
 * Readers see one row of numbers for each alert, 1, 2, 3 ..., whatever made them: facts, reviewers or time. The numbers of
 * the computed transitions are not seen. An action is a conflict when facts or another reviewer have changed the alert
 * since the revision that its reviewer saw; what time does (escalating, waking, muting) is no conflict, and a comment or
 * statement never is one.
 *
 * <p>When everything is computed again from the topics, revisions get other numbers, and the actions of before are taken
 * again. They are then compared with each other alone: an action that saw no more than the one taken before it is a
 * conflict as it was then. One that was refused then because of the facts may be taken now; what was computed again twice
 * mixes numbers of two times, and may refuse what was taken.
 *
 * <h2>Muting</h2>
 *
 * An open alert is muted while one of a higher level of the same rule and subject is open, or was closed by a reviewer
 * with all its cases known, and stands. A covert one mutes covert ones only: what may be known by more people escalates
 * and is told as if there were no other.
 */
public final class AlertLives {
    private static final Comparator<Alert> DUE_FIRST =
            Comparator.comparing((Alert alert) -> alert.life().due()).thenComparing(Alert::alertId);

    private final AlertLife life;
    private final Map<String, Alert> alerts = new TreeMap<>();
    /** Nothing falls due before; null: nothing does. */
    private Instant earliestDue;

    /** @param published the latest revision of each, as this made them */
    public AlertLives(ReviewPolicy policy, Collection<Alert> published) {
        this.life = new AlertLife(policy);
        published.forEach(this::keep);
    }

    /** Tells how a revision went out, if it is the latest: whoever publishes it may tell fewer people of it. */
    public void published(Alert revision) {
        Alert latest = alerts.get(revision.alertId());
        if (latest != null && latest.revision() == revision.revision()) {
            keep(revision);
        }
    }

    /** The latest revision of each. */
    public Collection<Alert> latest() {
        return List.copyOf(alerts.values());
    }

    /** The latest revision of one, or null. */
    public Alert get(String alertId) {
        return alerts.get(alertId);
    }

    /**
     * Takes what the facts have changed.
     *
     * @param transitions that come together, in order
     * @return revisions to publish, in order
     */
    public List<Alert> take(List<Alert> transitions, Instant at) {
        Revisions made = new Revisions();
        fallDue(at, made);
        Map<String, Alert> touched = new LinkedHashMap<>();
        for (Alert now : transitions) {
            touch(byFacts(alerts.get(now.alertId()), now, at), touched);
        }
        mute(touched, at, made);
        alerts.values().removeIf(Alert::isForgotten);
        return made.list;
    }

    /**
     * Takes what a reviewer did. A refused action is remembered too, in the {@link #get alert} alone.
     *
     * @param action on an alert that is here
     * @param remembered whether the action was judged by an earlier computation of these alerts, whose revisions had other
     *     numbers: then only those of actions are compared with each other
     */
    public Review act(ReviewAction action, boolean remembered, Instant at) {
        Revisions made = new Revisions();
        fallDue(at, made);
        Alert alert = alerts.get(action.alertId());
        if (alert.life().judged().actionIds().contains(action.actionId())) {
            return new Review(outcome(action, ReviewOutcome.Result.DUPLICATE, null), made.list);
        }
        Optional<Refusal> refusal = ReviewChecks.refusal(alert, action, remembered, at);
        if (refusal.isPresent()) {
            Judged judged = alert.life().judged().with(action.actionId());
            keep(alert.published(alert.revision(), alert.life().with(judged), alert.notice()));
            return new Review(outcome(action, ReviewOutcome.Result.REFUSED, refusal.get()), made.list);
        }
        Map<String, Alert> touched = new LinkedHashMap<>();
        touch(byReviewer(alert, action, at), touched);
        mute(touched, at, made);
        return new Review(outcome(action, ReviewOutcome.Result.APPLIED, null), made.list);
    }

    /** Lets time pass. */
    public List<Alert> advance(Instant now) {
        Revisions made = new Revisions();
        fallDue(now, made);
        return made.list;
    }

    /**
     * What came of an action.
     *
     * @param outcome for the one who sent it
     * @param revisions to publish, in order
     */
    public record Review(ReviewOutcome outcome, List<Alert> revisions) {}

    private Alert byFacts(Alert before, Alert now, Instant at) {
        int revision = before == null ? now.revision() : before.revision() + 1;
        Life next = now.isForgotten() ? Life.FORGOTTEN : life.afterFacts(before, now, at);
        Notice.Quiet quiet = before != null
                        && before.life().mutedBy() != null
                        && !next.state().isOpen()
                ? Notice.Quiet.HIGHER_LEVEL
                : null;
        return now.published(
                revision,
                next.with(next.judged().at(revision)),
                new Notice(Notice.Change.FACTS, at, quiet, false, null));
    }

    private Alert byReviewer(Alert alert, ReviewAction action, Instant at) {
        int elsewhere = alerts.values().stream()
                .filter(other -> !other.alertId().equals(alert.alertId()))
                .mapToInt(other -> other.life().falsePositives())
                .sum();
        Life next = life.afterAction(alert, action, elsewhere);
        Judged judged = action.kind().decides() ? next.judged().by(alert.revision() + 1, action) : next.judged();
        return alert.revised(
                next.with(judged.with(action.actionId())),
                new Notice(
                        Notice.Change.REVIEW,
                        at,
                        Notice.Quiet.REVIEW,
                        false,
                        new Notice.Did(action.actionId(), action.kind(), action.actor(), action.comment())));
    }

    private void fallDue(Instant now, Revisions made) {
        if (earliestDue == null || earliestDue.isAfter(now)) {
            return;
        }
        Optional<Alert> next;
        while ((next = firstDue())
                .filter(alert -> !alert.life().due().isAfter(now))
                .isPresent()) {
            Alert alert = next.get();
            Notice.Change change =
                    alert.life().state() == LifeState.SNOOZED ? Notice.Change.SNOOZE_END : Notice.Change.ESCALATION;
            Alert revised = alert.revised(
                    life.afterTime(alert), new Notice(change, alert.life().due(), null, false, null));
            keep(revised);
            made.add(revised);
        }
        earliestDue = next.map(alert -> alert.life().due()).orElse(null);
    }

    private Optional<Alert> firstDue() {
        return alerts.values().stream()
                .filter(alert -> alert.life().due() != null)
                .min(DUE_FIRST);
    }

    private void keep(Alert alert) {
        alerts.put(alert.alertId(), alert);
        Instant due = alert.life().due();
        if (due != null && (earliestDue == null || due.isBefore(earliestDue))) {
            earliestDue = due;
        }
    }

    private void touch(Alert revised, Map<String, Alert> touched) {
        keep(revised);
        touched.put(name(revised), revised);
    }

    /** What is touched goes out as it is after that; of the rest only what begins or ceases to be muted. */
    private void mute(Map<String, Alert> touched, Instant at, Revisions made) {
        Mutes mutes = new Mutes(alerts.values());
        for (Alert alert : List.copyOf(alerts.values())) {
            String level = mutes.of(alert);
            if (!Objects.equals(level, alert.life().mutedBy())) {
                Life next = life.muted(alert, level, at);
                touch(
                        touched.containsKey(name(alert))
                                ? alert.published(alert.revision(), next, alert.notice())
                                : alert.revised(next, new Notice(Notice.Change.MUTING, at, null, false, null)),
                        touched);
            }
        }
        touched.values().forEach(made::add);
    }

    private static String name(Alert alert) {
        return alert.alertId() + " " + alert.revision();
    }

    private ReviewOutcome outcome(ReviewAction action, ReviewOutcome.Result result, Refusal refusal) {
        Alert alert = alerts.get(action.alertId());
        return new ReviewOutcome(
                action.actionId(),
                action.alertId(),
                result,
                refusal,
                alert.revision(),
                alert.life().state());
    }

    /** Revisions made, each with why it is quiet. */
    private final class Revisions {
        private final List<Alert> list = new ArrayList<>();

        void add(Alert alert) {
            Notice.Quiet why = alert.notice().quiet();
            Alert told = alert.with(alert.notice().quietFor(why == null ? quiet(alert) : why));
            if (alerts.get(alert.alertId()).revision() == told.revision()) {
                keep(told);
            }
            list.add(told);
        }

        private Notice.Quiet quiet(Alert alert) {
            Life now = alert.life();
            if (alert.rule().shadow()) {
                return Notice.Quiet.SHADOW;
            }
            if (now.mutedBy() != null) {
                return Notice.Quiet.HIGHER_LEVEL;
            }
            if (now.state() == LifeState.SNOOZED) {
                return Notice.Quiet.SNOOZED;
            }
            return now.state().isClosed() ? Notice.Quiet.CLOSED : null;
        }
    }
}
