package org.misconductmonitor.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.engine.PeerStanding;
import org.misconductmonitor.engine.PeerStandings;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.topology.Names;
import org.misconductmonitor.topology.StoredContributions;

/**
 * How officers compare with their peers. All facts of a tenant are read for that, so that what was found is kept for a
 * while: the longer it took the longer.
 */
public final class OfficerPeers {
    private static final int SOON = 1;
    private static final int TENANTS_KEPT = 8;
    private static final long LEAST_NANOS = 5_000_000_000L;
    /** Comparing takes no more than this share of the time, however large a tenant is and however often it is asked. */
    private static final int SHARE = 20;

    private record Asked(Subject tenant, boolean withCovert) {}

    private record Kept(PeerStandings standings, String rules, long until) {}

    private final RunningStreams streams;
    private final Holders holders;
    private final RulesInForce rules;
    private final Map<Asked, Kept> kept = new LinkedHashMap<>();

    OfficerPeers(RunningStreams streams, Holders holders, RulesInForce rules) {
        this.streams = streams;
        this.holders = holders;
        this.rules = rules;
    }

    /**
     * Who holds the population of a tenant.
     *
     * @throws UnavailableException while nobody does, or nobody knows
     */
    public Whereabouts whereabouts(Subject tenant) {
        return holders.of(Names.TENANT_FACTS, tenant);
    }

    /**
     * Where the officer stands among the officers of the tenant, by each rule in force that compares peers. Facts of the
     * last seconds may be missing.
     *
     * @param here where {@link #whereabouts} says the tenant is
     * @param caller who asks: the tenant must be within reach, and a force of the officer; to those who may not read covert
     *     facts the answer is as if there were none
     * @return none if no rule compares peers, whose peer the officer is is not known, or it may not be seen
     * @throws UnavailableException if the population is not here any more, or not yet, or the rules cannot be read
     */
    public synchronized List<PeerStanding> standings(
            String officerId, Subject tenant, Whereabouts.Here here, Caller caller) {
        Asked asked = new Asked(tenant, caller.may(Permission.READ_COVERT));
        RuleSet now = new RuleSet(rules.now().all().stream()
                .filter(entry -> !entry.retired())
                .map(CurrentRules.Entry::rule)
                .toList());
        Kept last = kept.get(asked);
        if (last == null || !last.rules().equals(now.version()) || System.nanoTime() - last.until() > 0) {
            last = compare(now, asked, here);
            kept.remove(asked);
            kept.put(asked, last);
            if (kept.size() > TENANTS_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        boolean isSeen = caller.reach().hasAlert(tenant.id(), last.standings().forces(officerId));
        return isSeen ? last.standings().of(officerId) : List.of();
    }

    private static boolean isCovert(Contribution fact) {
        return Handling.of(fact.seen().text(Field.HANDLING)) == Handling.COVERT;
    }

    private Kept compare(RuleSet now, Asked asked, Whereabouts.Here here) {
        long begin = System.nanoTime();
        StoreQueryParameters<ReadOnlyKeyValueStore<String, byte[]>> store = StoreQueryParameters.fromNameAndType(
                        Names.TENANT_FACTS, QueryableStoreTypes.<String, byte[]>keyValueStore())
                .withPartition(here.partition());
        try {
            List<Contribution> facts =
                    StoredContributions.of(asked.tenant(), streams.get().store(store));
            PeerStandings standings = PeerStandings.of(
                    now,
                    asked.withCovert()
                            ? facts
                            : facts.stream().filter(fact -> !isCovert(fact)).toList());
            long took = System.nanoTime() - begin;
            return new Kept(standings, now.version(), System.nanoTime() + Math.max(LEAST_NANOS, SHARE * took));
        } catch (InvalidStateStoreException e) {
            throw new UnavailableException("the state is being restored, or has moved to another instance", SOON);
        }
    }
}
