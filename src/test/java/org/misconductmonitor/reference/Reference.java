package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Threshold;

/** The alerts that must stand, computed from nothing each time. */
public final class Reference {
    private Reference() {}

    /**
     * @param received every event ever received, in any order, with duplicates and all revisions
     * @return in {@link StandingAlert#ORDER}
     */
    public static List<StandingAlert> standing(Collection<Event> received, RuleSet rules) {
        Map<Subject, List<Event>> records = ReferenceTravel.atRest(ReferenceVersions.standing(received));
        List<StandingAlert> alerts = new ArrayList<>();
        records.forEach((subject, facts) -> {
            ReferenceRecord record = new ReferenceRecord(facts);
            for (Rule rule : rules.rules()) {
                if (rule.condition() instanceof Threshold threshold) {
                    alerts.addAll(new ReferenceThreshold(rule, threshold, subject, record).alerts());
                }
            }
        });
        alerts.sort(StandingAlert.ORDER);
        return alerts;
    }
}
