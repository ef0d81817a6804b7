package org.misconductmonitor.faults;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.reference.Standing;
import org.misconductmonitor.rule.RuleSet;

/** What stands is what the engine finds that takes the same events at once and is never disturbed. */
final class StandingCheck {
    private StandingCheck() {}

    /**
     * Compares what fired by a time: later ones may be told while this is looked at.
     *
     * @param input records whose events were committed
     * @param latest the latest revision of each alert, folded from all revisions
     * @param table the same, as the compacted table has it
     * @param firedBy inclusive
     */
    static void check(
            List<Arrived> input,
            RuleSet rules,
            Collection<Alert> latest,
            List<Alert> table,
            Instant firedBy,
            Differences differences) {
        Population population = new Population(rules);
        Instant now = Instant.now();
        input.stream()
                .map(Arrived::event)
                .filter(Objects::nonNull)
                .forEach((Event event) -> population.accept(event, now));
        population.advance(now);
        Collection<?> expected = standing(population.standing(), firedBy);
        if (expected.isEmpty()) {
            differences.add("standing alerts", "there is nothing to compare with");
        }
        differences.compare("standing alerts", expected, standing(latest, firedBy));
        Map<String, Alert> newest = new LinkedHashMap<>();
        table.forEach(alert -> newest.put(alert.alertId(), alert));
        differences.compare("table of standing alerts", byId(latest), byId(newest.values()));
    }

    private static Collection<?> standing(Collection<Alert> alerts, Instant firedBy) {
        return Standing.of(alerts.stream()
                .filter(alert -> !alert.firedAt().isAfter(firedBy))
                .toList());
    }

    private static Map<String, String> byId(Collection<Alert> alerts) {
        Map<String, String> byId = new LinkedHashMap<>();
        alerts.forEach(alert -> byId.put(alert.alertId(), alert.toString()));
        return byId;
    }
}
