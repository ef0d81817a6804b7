package org.misconductmonitor.query;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Handling;

/**
 * Which alerts are asked for. An empty set and null ask for nothing in particular.
 *
 * @param stands true: only those that stand, false: only those that do not, or null
 * @param rules ids
 * @param levels names
 * @param subjects ids of officers or tenants
 * @param tenants ids
 * @param forces one of them in the evidence
 * @param transitions of the latest revision
 * @param handlings of the latest revision
 * @param shadow true: only of shadow rules, false: only of live ones, or null
 * @param firedFrom business time, inclusive, or null
 * @param firedUntil business time, exclusive, or null
 * @param review where the review of it is
 * @param text part of the id of the subject, the rule or the tenant, in any case, or null
 * @param caller who asks: no alerts are found of which they may not know, nor by what they may not see of one
 */
public record AlertFilter(
        Boolean stands,
        Set<String> rules,
        Set<String> levels,
        Set<String> subjects,
        Set<String> tenants,
        Set<String> forces,
        Set<Alert.Transition> transitions,
        Set<Handling> handlings,
        Boolean shadow,
        Instant firedFrom,
        Instant firedUntil,
        ReviewFilter review,
        String text,
        Caller caller) {

    boolean accepts(AlertEntry entry) {
        return entry.isFor(caller)
                && (stands == null || stands == entry.stands())
                && asked(rules, entry.ruleId())
                && asked(levels, entry.level())
                && asked(subjects, entry.subject().id())
                && asked(tenants, entry.tenantId())
                && (forces.isEmpty() || entry.comesFrom(forces, caller))
                && asked(transitions, entry.transition())
                && asked(handlings, entry.handling())
                && (shadow == null || shadow == entry.shadow())
                && (firedFrom == null || !entry.firedAt().isBefore(firedFrom))
                && (firedUntil == null || entry.firedAt().isBefore(firedUntil))
                && review.accepts(entry.review())
                && (text == null || says(entry));
    }

    private boolean says(AlertEntry entry) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(entry.subject().id(), entry.ruleId(), entry.tenantId())
                .anyMatch(said -> said.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static <T> boolean asked(Set<T> values, T value) {
        return values.isEmpty() || values.contains(value);
    }
}
