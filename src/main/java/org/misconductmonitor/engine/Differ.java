package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;

/** Turns what should stand now into transitions of what was published. */
final class Differ {
    private final AlertBook book;
    private final AlertWriter writer;

    Differ(AlertBook book, AlertWriter writer) {
        this.book = book;
        this.writer = writer;
    }

    /** Levels reached at a new last fact: nothing published changes. */
    List<Alert> raise(Evaluator evaluator, List<Firing> fired, Cause cause) {
        List<Alert> transitions = new ArrayList<>(fired.size());
        for (Firing firing : fired) {
            transitions.add(publish(freshlyRaised(evaluator, firing, cause)));
        }
        return transitions;
    }

    /** Compares all that a rule says now to all that stands of it. */
    List<Alert> compare(Evaluator evaluator, List<Firing> fired, Cause cause) {
        List<Alert> published = new ArrayList<>(book.standing(evaluator.rule().id()));
        Map<Firing, Alert> continued = match(evaluator, fired, published);
        List<Alert> transitions = new ArrayList<>();
        for (Alert gone : published) {
            transitions.add(publish(Alerts.withdrawn(gone, cause.asOf(), cause.reason())));
        }
        for (Firing firing : fired) {
            Alert earlier = continued.get(firing);
            if (earlier == null) {
                transitions.add(publish(freshlyRaised(evaluator, firing, cause)));
            } else {
                Alert now = writer.raised(evaluator, firing, earlier.alertId(), earlier.revision() + 1, cause);
                if (!Alerts.sayTheSame(earlier, now)) {
                    transitions.add(publish(Alerts.updated(now, cause.reason())));
                }
            }
        }
        return transitions;
    }

    /** A rule that is no longer there. */
    List<Alert> withdrawAll(String ruleId, Cause cause) {
        return new ArrayList<>(book.standing(ruleId))
                .stream()
                        .map(gone -> publish(Alerts.withdrawn(gone, cause.asOf(), cause.reason())))
                        .toList();
    }

    /** Same level and same trigger first, then same level and evidence in common; takes the matched out of published. */
    private Map<Firing, Alert> match(Evaluator evaluator, List<Firing> fired, List<Alert> published) {
        Map<Firing, Alert> matched = new LinkedHashMap<>();
        Map<String, Alert> byTrigger = published.stream()
                .collect(Collectors.toMap(a -> a.level() + '\n' + a.triggerEventId(), a -> a, (a, b) -> a));
        for (Firing firing : fired) {
            Alert same = byTrigger.remove(firing.level() + '\n' + eventId(firing.trigger()));
            if (same != null) {
                matched.put(firing, same);
                published.remove(same);
            }
        }
        for (Firing firing : fired) {
            if (!matched.containsKey(firing)) {
                overlapping(firing, published).ifPresent(alert -> {
                    matched.put(firing, alert);
                    published.remove(alert);
                });
            }
        }
        return matched;
    }

    private static Optional<Alert> overlapping(Firing firing, List<Alert> published) {
        Set<String> eventIds = new HashSet<>();
        firing.evidence().forEach(key -> eventIds.add(eventId(key)));
        return published.stream()
                .filter(alert -> alert.level().equals(firing.level())
                        && alert.evidence().stream().map(Evidence::eventId).anyMatch(eventIds::contains))
                .findFirst();
    }

    private Alert freshlyRaised(Evaluator evaluator, Firing firing, Cause cause) {
        for (int attempt = 0; ; attempt++) {
            String id = writer.freshId(evaluator, firing, attempt);
            Alert earlier = book.get(id);
            if (earlier == null) {
                return writer.raised(evaluator, firing, id, 1, cause);
            }
            if (!earlier.stands()) {
                return writer.raised(evaluator, firing, id, earlier.revision() + 1, cause);
            }
        }
    }

    private Alert publish(Alert alert) {
        book.put(alert);
        return alert;
    }

    private static String eventId(String factKey) {
        int end = factKey.indexOf('\n');
        return end < 0 ? factKey : factKey.substring(0, end);
    }
}
