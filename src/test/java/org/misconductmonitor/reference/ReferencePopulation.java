package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Cluster;
import org.misconductmonitor.rule.DecisionMaker;
import org.misconductmonitor.rule.Feed;
import org.misconductmonitor.rule.Peer;
import org.misconductmonitor.rule.PopulationCondition;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Surge;

/** Rules on all officers of a tenant, each tenant by itself. */
final class ReferencePopulation {
    private ReferencePopulation() {}

    /** @param facts those in force of every subject, in order */
    static List<StandingAlert> alerts(
            Rule rule, PopulationCondition condition, Map<Subject, List<Event>> facts, Instant now) {
        Map<Subject, ReferenceRecord> records = new HashMap<>();
        TreeSet<String> tenants = new TreeSet<>();
        facts.forEach((subject, some) -> {
            records.put(subject, new ReferenceRecord(some));
            some.forEach(fact -> tenants.add(fact.tenantId()));
        });
        List<StandingAlert> alerts = new ArrayList<>();
        for (String tenant : tenants) {
            alerts.addAll(alerts(condition, ReferenceFacts.ofTenant(rule, tenant, records), now));
        }
        return alerts;
    }

    private static List<StandingAlert> alerts(PopulationCondition condition, ReferenceFacts facts, Instant now) {
        if (condition instanceof Cluster cluster) {
            return new ReferenceCluster(facts, cluster).alerts();
        }
        if (condition instanceof Surge surge) {
            return new ReferenceSurge(facts, surge).alerts();
        }
        if (condition instanceof Peer peer) {
            return new ReferencePeer(facts, peer, now).alerts();
        }
        return condition instanceof DecisionMaker decisions
                ? new ReferenceDecisions(facts, decisions, now).alerts()
                : new ReferenceFeed(facts, (Feed) condition, now).alerts();
    }

    /** The facts of each value of the field by themselves. */
    static List<ReferenceFacts> each(ReferenceFacts facts, Field field) {
        return facts.all().stream()
                .map(fact -> fact.text(field))
                .filter(value -> value != null)
                .distinct()
                .map(value -> facts.about(value, fact -> value.equals(fact.text(field))))
                .toList();
    }

    /** Whether what falls due then has been told: time has come there, or a later fact that the rule looks at has. */
    static boolean isTold(Instant due, Instant now, List<Seen> lookedAt) {
        return !due.isAfter(now) || lookedAt.stream().anyMatch(fact -> fact.at().isAfter(due));
    }
}
