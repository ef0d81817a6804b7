package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Concurrent;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.PopulationCondition;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Score;
import org.misconductmonitor.rule.Sequence;
import org.misconductmonitor.rule.State;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.Trend;

/** The alerts that must stand, computed from nothing each time. */
public final class Reference {
    private Reference() {}

    /**
     * @param received every event ever received, in any order, with duplicates and all revisions
     * @return in {@link StandingAlert#ORDER}
     */
    public static List<StandingAlert> standing(Collection<Event> received, RuleSet rules) {
        return standing(received, rules, Instant.MIN);
    }

    /**
     * @param received every event ever received, in any order, with duplicates and all revisions
     * @param now how far time has been let pass
     * @return in {@link StandingAlert#ORDER}
     */
    public static List<StandingAlert> standing(Collection<Event> received, RuleSet rules, Instant now) {
        return everRaised(received, rules, now).stream()
                .filter(alert -> alert.endedAt() == null)
                .toList();
    }

    /** As {@link #standing}, with those alerts that have ended by themselves. */
    public static List<StandingAlert> everRaised(Collection<Event> received, RuleSet rules, Instant now) {
        ReferenceErasures erasures = new ReferenceErasures(received);
        Map<Subject, List<Event>> records =
                ReferenceTravel.atRest(ReferenceVersions.standing(erasures.left(received)), erasures);
        List<StandingAlert> alerts = new ArrayList<>();
        records.forEach((subject, facts) -> {
            ReferenceRecord record = new ReferenceRecord(facts);
            for (Rule rule : rules.rules()) {
                if (!(rule.condition() instanceof PopulationCondition)) {
                    alerts.addAll(alerts(new ReferenceFacts(rule, subject, record), now));
                }
            }
        });
        for (Rule rule : rules.rules()) {
            if (rule.condition() instanceof PopulationCondition condition) {
                alerts.addAll(ReferencePopulation.alerts(rule, condition, records, now));
            }
        }
        alerts.sort(StandingAlert.ORDER);
        return alerts;
    }

    private static List<StandingAlert> alerts(ReferenceFacts facts, Instant now) {
        Condition condition = facts.rule().condition();
        if (condition instanceof Threshold threshold) {
            return new ReferenceThreshold(facts, threshold).alerts();
        }
        if (condition instanceof Score score) {
            return new ReferenceScore(facts, score).alerts();
        }
        if (condition instanceof Absence absence) {
            return new ReferenceAbsence(facts, absence, now).alerts();
        }
        if (condition instanceof State state) {
            return new ReferenceState(facts, state).alerts();
        }
        if (condition instanceof Concurrent concurrent) {
            return new ReferenceConcurrent(facts, concurrent).alerts();
        }
        return condition instanceof Sequence sequence
                ? new ReferenceSequence(facts, sequence).alerts()
                : new ReferenceTrend(facts, (Trend) condition).alerts();
    }
}
