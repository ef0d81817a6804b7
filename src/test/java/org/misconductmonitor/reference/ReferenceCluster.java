package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Cluster;

/** Officers of one unit, and pairs of officers, every window looked through from its start. */
final class ReferenceCluster {
    private final ReferenceFacts facts;
    private final Cluster cluster;
    private final List<Seen> matches;

    ReferenceCluster(ReferenceFacts facts, Cluster cluster) {
        this.facts = facts;
        this.cluster = cluster;
        this.matches = facts.all().stream()
                .filter(fact -> fact.is(cluster.on(), facts.rule().where())
                        && fact.text(Field.CASE_ID) != null
                        && fact.text(Field.OFFICER_ID) != null)
                .toList();
    }

    List<StandingAlert> alerts() {
        List<StandingAlert> alerts = new ArrayList<>();
        if (!cluster.pairs()) {
            for (ReferenceFacts some : ReferencePopulation.each(facts, cluster.by())) {
                alerts.addAll(new ReferenceThreshold(some, cluster.threshold()).alerts());
            }
            return alerts;
        }
        Set<String> officers = matches.stream()
                .map(fact -> fact.text(Field.OFFICER_ID))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String a : officers) {
            for (String b : officers) {
                if (a.compareTo(b) < 0) {
                    alerts.addAll(pair(a, b));
                }
            }
        }
        return alerts;
    }

    private List<StandingAlert> pair(String a, String b) {
        ReferenceFacts named = facts.about(a + ", " + b, fact -> false);
        List<StandingAlert> alerts = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < matches.size(); i++) {
            Seen match = matches.get(i);
            Set<String> cases = cases(a, b, match, i + 1);
            boolean one = match.text(Field.OFFICER_ID).equals(a)
                    || match.text(Field.OFFICER_ID).equals(b);
            if (!one || !cases.contains(match.text(Field.CASE_ID))) {
                continue;
            }
            if (cases(a, b, match, i).size() < cluster.levels().get(0).at()) {
                last = -1;
            }
            List<Seen> evidence = window(match, i + 1).stream()
                    .filter(fact -> Set.of(a, b).contains(fact.text(Field.OFFICER_ID))
                            && cases.contains(fact.text(Field.CASE_ID)))
                    .toList();
            Instant start = cluster.window().start(match.at());
            while (facts.rule().inForceAt(match.at())
                    && last + 1 < cluster.levels().size()
                    && cluster.levels().get(last + 1).at() <= cases.size()) {
                last++;
                alerts.add(StandingAlert.of(named, cluster.levels(), last, cases.size(), start, evidence));
            }
        }
        return alerts;
    }

    private List<Seen> window(Seen end, int first) {
        Instant start = cluster.window().start(end.at());
        return matches.subList(0, first).stream()
                .filter(fact -> fact.at().isAfter(start))
                .toList();
    }

    /** The cases of both in the window that ends at a fact, among the first facts. */
    private Set<String> cases(String a, String b, Seen end, int first) {
        Set<String> both = cases(a, end, first);
        both.retainAll(cases(b, end, first));
        return both;
    }

    private Set<String> cases(String officer, Seen end, int first) {
        return window(end, first).stream()
                .filter(fact -> fact.text(Field.OFFICER_ID).equals(officer))
                .map(fact -> fact.text(Field.CASE_ID))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
