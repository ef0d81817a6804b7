package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Peer;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;

/** Where the officers of a tenant stand among their peers at the end of the day of its latest fact. */
public final class PeerStandings {
    private record Placed(EventOrder order, Observation fact) {}

    private final Map<String, List<PeerStanding>> byOfficer = new HashMap<>();
    private final Map<String, Set<String>> forces = new HashMap<>();

    private PeerStandings() {}

    /**
     * Compares them, as the rules on peers do.
     *
     * @param rules of any kind; others than those on peers compare nobody
     * @param contributions of every fact of the tenant that these rules look at, in any order
     */
    public static PeerStandings of(RuleSet rules, Iterable<Contribution> contributions) {
        PeerStandings standings = new PeerStandings();
        List<Observation> facts = new ArrayList<>();
        contributions.forEach(contribution -> facts.add(contribution.observation()));
        facts.forEach(standings::learnForce);
        for (Rule rule : rules.rules()) {
            if (rule.condition() instanceof Peer peer) {
                standings.add(new PeerEvaluator(rule, peer), peer, facts);
            }
        }
        return standings;
    }

    /** One a rule that can tell whose peer the officer is, in order of the rules; none for an unknown officer. */
    public List<PeerStanding> of(String officerId) {
        return List.copyOf(byOfficer.getOrDefault(officerId, List.of()));
    }

    /** Every force that facts of the officer name. */
    public Set<String> forces(String officerId) {
        return Set.copyOf(forces.getOrDefault(officerId, Set.of()));
    }

    private void learnForce(Observation fact) {
        String officer = fact.text(Field.OFFICER_ID);
        String force = fact.text(Field.FORCE);
        if (officer != null && force != null) {
            forces.computeIfAbsent(officer, none -> new HashSet<>(2)).add(force);
        }
    }

    private void add(PeerEvaluator evaluator, Peer peer, List<Observation> facts) {
        PeerFold fold = new PeerFold(evaluator, peer);
        List<Placed> placed = facts.stream()
                .filter(evaluator::accepts)
                .map(fact -> new Placed(evaluator.order(fact), fact))
                .sorted(Comparator.comparing(Placed::order)
                        .thenComparing(each -> each.fact().key()))
                .toList();
        placed.forEach(each -> fold.take(each.fact(), each.order().at()));
        if (!placed.isEmpty()) {
            Instant midnight =
                    DayFold.endOfDay(placed.get(placed.size() - 1).order().at());
            fold.standings(midnight).forEach((officer, standing) -> byOfficer
                    .computeIfAbsent(officer, none -> new ArrayList<>())
                    .add(standing));
        }
    }
}
