package org.misconductmonitor.backtest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.event.Subject;

/**
 * What makes alerts of two sets of rules the same: versions and explanations may differ.
 *
 * @param evidence ids of the facts that made it, in order
 * @param part which of several alerts of the level at one trigger it is, or null
 */
public record AlertIdentity(
        String ruleId, Subject subject, String level, Instant firedAt, List<String> evidence, String part) {
    static AlertIdentity of(Alert alert) {
        return new AlertIdentity(
                alert.rule().id(),
                alert.subject(),
                alert.level(),
                alert.firedAt(),
                alert.evidence().stream().map(Evidence::eventId).toList(),
                alert.part());
    }

    static Set<AlertIdentity> of(Collection<Raising> raisings) {
        return raisings.stream().map(raising -> of(raising.first())).collect(Collectors.toSet());
    }
}
