package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.Alert;

/** Turns what a rule says now into transitions of what was published. */
final class Differ {
    private final AlertBook book;
    private final AlertWriter writer;
    private final Continuations continuations;

    Differ(AlertBook book, AlertWriter writer) {
        this.book = book;
        this.writer = writer;
        this.continuations = new Continuations(book);
    }

    /** What one more fact or time has brought: of what was published nothing changes but by ending. */
    List<Alert> raise(Evaluator evaluator, Account account, Cause cause) {
        if (account.isEmpty()) {
            return List.of();
        }
        List<Alert> transitions = new ArrayList<>(1);
        for (Firing firing : account.firings()) {
            transitions.add(publish(freshlyRaised(evaluator, firing, cause)));
        }
        for (Ending ending : account.endings()) {
            Alert alert = book.valid(evaluator.rule().id(), ending.identity());
            if (alert != null) {
                transitions.add(publish(Alerts.resolved(alert, alert.revision() + 1, cause.asOf(), ending)));
            }
        }
        return transitions;
    }

    /** Compares all that a rule says now to all that was published of it. */
    List<Alert> compare(Evaluator evaluator, Account account, Cause cause) {
        Map<String, Alert> published = new LinkedHashMap<>();
        book.valid(evaluator.rule().id()).forEach(alert -> published.put(alert.alertId(), alert));
        Map<Firing, Alert> continued = continuations.match(account.firings(), published);
        List<Alert> transitions = new ArrayList<>();
        published
                .values()
                .forEach(gone -> transitions.add(publish(Alerts.withdrawn(gone, cause.asOf(), cause.reason()))));
        for (Firing firing : account.firings()) {
            Alert earlier = continued.get(firing);
            Ending ending = account.ending(firing);
            if (earlier == null) {
                Alert raised = publish(freshlyRaised(evaluator, firing, cause));
                transitions.add(raised);
                if (ending != null) {
                    transitions.add(publish(Alerts.resolved(raised, raised.revision() + 1, cause.asOf(), ending)));
                }
            } else {
                revise(evaluator, firing, ending, earlier, cause, transitions);
            }
        }
        return transitions;
    }

    private void revise(
            Evaluator evaluator, Firing firing, Ending ending, Alert earlier, Cause cause, List<Alert> transitions) {
        boolean same = writer.wrote(earlier.alertId(), firing);
        if (same && (ending == null ? earlier.stands() : Alerts.endedSo(earlier, ending))) {
            return;
        }
        Alert now = writer.raised(evaluator, firing, earlier.alertId(), earlier.revision() + 1, cause);
        same = Alerts.sayTheSame(earlier, now);
        if (ending != null) {
            if (!same || !Alerts.endedSo(earlier, ending)) {
                transitions.add(publish(Alerts.resolved(now, now.revision(), cause.asOf(), ending)));
            }
        } else if (!same || !earlier.stands()) {
            transitions.add(publish(Alerts.updated(now, cause.reason())));
        }
    }

    /** A rule that is no longer there. */
    List<Alert> withdrawAll(String ruleId, Cause cause) {
        return book.valid(ruleId).stream()
                .map(gone -> publish(Alerts.withdrawn(gone, cause.asOf(), cause.reason())))
                .toList();
    }

    private Alert freshlyRaised(Evaluator evaluator, Firing firing, Cause cause) {
        for (int attempt = 0; ; attempt++) {
            String id = writer.freshId(evaluator, firing, attempt);
            Alert earlier = book.get(id);
            if (earlier == null) {
                return writer.raised(evaluator, firing, id, 1, cause);
            }
            if (earlier.transition() == Alert.Transition.WITHDRAWN && !earlier.isForgotten()) {
                return writer.raised(evaluator, firing, id, earlier.revision() + 1, cause);
            }
        }
    }

    private Alert publish(Alert alert) {
        book.put(alert);
        return alert;
    }
}
