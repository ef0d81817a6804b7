package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.reference.Standing;
import org.misconductmonitor.reference.StandingAlert;
import org.misconductmonitor.rule.RuleSet;

/** What the engine says without a broker: a run that nothing interrupts. */
final class Engine {
    private final Population population;
    private final List<Alert> transitions = new ArrayList<>();

    Engine(RuleSet rules, List<Event> events) {
        population = new Population(rules);
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        events.forEach(event -> transitions.addAll(population.accept(event, now).alerts()));
        assertThat(population.standing()).as("alerts to compare with").isNotEmpty();
    }

    /** Lets time pass: what falls due by then stands, too. */
    void advance(Instant now) {
        transitions.addAll(population.advance(now));
    }

    /** The same alerts stand, each folded from an unbroken series of revisions. */
    void assertSameStanding(Site site) {
        assertThat(sorted(Folded.standing(site.transitions()))).isEqualTo(sorted(population.standing()));
    }

    /** The same of those that fired by then: while two clocks are compared a deadline may pass. */
    void assertSameStanding(Site site, Instant firedBy) {
        assertThat(sorted(until(firedBy, Folded.standing(site.transitions()))))
                .isEqualTo(sorted(until(firedBy, population.standing())));
    }

    private static List<Alert> until(Instant firedBy, Collection<Alert> alerts) {
        return alerts.stream()
                .filter(alert -> !alert.firedAt().isAfter(firedBy))
                .toList();
    }

    /** The facts have made the same of every officer, in the same order; what else made revisions is left out. */
    void assertSameTransitions(Site site) {
        Map<String, List<String>> expected = byOfficer(transitions);
        Map<String, List<String>> said = byOfficer(site.transitions());
        assertThat(said).hasSameSizeAs(expected);
        said.forEach((officer, alerts) -> assertThat(alerts).as(officer).isEqualTo(expected.get(officer)));
    }

    private static List<StandingAlert> sorted(Collection<Alert> alerts) {
        return Standing.of(alerts).stream().sorted(StandingAlert.ORDER).toList();
    }

    private static Map<String, List<String>> byOfficer(Collection<Alert> alerts) {
        Map<String, List<String>> said = new TreeMap<>();
        alerts.stream()
                .filter(alert -> alert.notice().change() == Notice.Change.FACTS)
                .forEach(alert -> said.computeIfAbsent(alert.subject().id(), id -> new ArrayList<>())
                        .add(alert.alertId() + " " + alert.transition() + " " + alert.firedAt() + " " + alert.count()
                                + " " + alert.evidence()));
        return said;
    }
}
