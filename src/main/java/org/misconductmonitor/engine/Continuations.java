package org.misconductmonitor.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;

/** Finds the published alert that each firing continues. */
final class Continuations {
    private final AlertBook book;

    Continuations(AlertBook book) {
        this.book = book;
    }

    /**
     * Same identity first, then same level, part and subject and evidence in common.
     *
     * @param published by alertId; what is matched is taken out
     */
    Map<Firing, Alert> match(List<Firing> fired, Map<String, Alert> published) {
        Map<Firing, Alert> matched = new LinkedHashMap<>();
        Map<String, Alert> byIdentity =
                published.values().stream().collect(Collectors.toMap(book::identity, a -> a, (a, b) -> a));
        for (Firing firing : fired) {
            Alert same = byIdentity.remove(firing.identity());
            if (same != null) {
                matched.put(firing, same);
                published.remove(same.alertId());
            }
        }
        for (Firing firing : fired) {
            if (!matched.containsKey(firing)) {
                overlapping(firing, published).ifPresent(alert -> {
                    matched.put(firing, alert);
                    published.remove(alert.alertId());
                });
            }
        }
        return matched;
    }

    private Optional<Alert> overlapping(Firing firing, Map<String, Alert> published) {
        if (published.isEmpty()) {
            return Optional.empty();
        }
        Set<String> eventIds = new HashSet<>();
        firing.evidence().forEach(key -> eventIds.add(Firing.eventId(key)));
        return published.values().stream()
                .filter(alert -> alert.level().equals(firing.level())
                        && Objects.equals(alert.part(), firing.part())
                        && book.isAbout(alert, firing.subject())
                        && alert.evidence().stream().map(Evidence::eventId).anyMatch(eventIds::contains))
                .findFirst();
    }
}
