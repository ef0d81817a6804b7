package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.misconductmonitor.alert.Peers;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Peer;

/** The officers of a tenant and their counts, compared at the end of each day. */
final class PeerFold extends DayFold {
    private final PeerEvaluator evaluator;
    private final Peer peer;
    private final PeerGroups groups;
    private final Map<String, PeerGroups.Officer> today = new TreeMap<>();

    PeerFold(PeerEvaluator evaluator, Peer peer) {
        this.evaluator = evaluator;
        this.peer = peer;
        this.groups = new PeerGroups(peer);
    }

    @Override
    Instant at(Observation fact) {
        return evaluator.order(fact).at();
    }

    @Override
    boolean take(Observation fact, Instant at) {
        PeerGroups.Officer officer = groups.learn(fact);
        if (!evaluator.counts(fact)) {
            return false;
        }
        officer.counted.evict(peer.window().earliestStartFrom(at));
        officer.counted.add(at, fact.get(peer.count().field()), fact.key());
        today.put(officer.id, officer);
        return true;
    }

    @Override
    void compare(Instant midnight, Told told) {
        Instant start = peer.window().start(midnight);
        Map<Set<PeerGroups.Officer>, int[]> known = new IdentityHashMap<>();
        for (PeerGroups.Officer officer : today.values()) {
            Set<PeerGroups.Officer> peers = groups.peers(officer);
            int[] counts = peers.size() < peer.group()
                    ? new int[0]
                    : known.computeIfAbsent(peers, some -> counts(some, start, midnight));
            compare(officer, counts, start, midnight, told);
        }
        today.clear();
    }

    private static int[] counts(Set<PeerGroups.Officer> peers, Instant start, Instant midnight) {
        return peers.stream()
                .mapToInt(each -> each.counted.distinct(start, midnight))
                .sorted()
                .toArray();
    }

    private void compare(PeerGroups.Officer officer, int[] counts, Instant start, Instant midnight, Told told) {
        int count = officer.counted.distinct(start, midnight);
        int before = officer.counted.distinct(start, midnight.minus(DAY));
        int reached = reached(count, counts);
        int first = officer.episode.firstToFire(
                reached(before, counts) < 0, evaluator.rule().inForceAt(midnight), reached);
        if (first > reached) {
            return;
        }
        List<String> evidence = officer.counted.keys(start, midnight);
        Peers peers = peers(officer, count, counts);
        for (int i = first; i <= reached; i++) {
            Level level = peer.levels().get(i);
            int value = value(level, counts);
            String against = String.format(
                    Locale.ROOT,
                    "more than the %d that %d of 100 of %d peers (%s) do not exceed",
                    value,
                    level.at(),
                    counts.length,
                    peers.group());
            About about = new About(Subject.ofOfficer(officer.id), peers, against);
            int threshold = Math.max(peer.floor(), value + 1);
            told.fired(new Firing(
                    i, level.name(), threshold, midnight, count, start, midnight, evidence, null, null, about));
        }
    }

    /** Where everybody stands whose peers are known, at the midnight that ends a day; by officer. */
    Map<String, PeerStanding> standings(Instant midnight) {
        Instant start = peer.window().start(midnight);
        Map<Set<PeerGroups.Officer>, int[]> known = new IdentityHashMap<>();
        Map<String, PeerStanding> standings = new HashMap<>();
        for (PeerGroups.Officer officer : groups.officers()) {
            Set<PeerGroups.Officer> peers = groups.peers(officer);
            if (!peers.isEmpty()) {
                int[] counts = known.computeIfAbsent(peers, some -> counts(some, start, midnight));
                standings.put(officer.id, standing(officer, counts, start, midnight));
            }
        }
        return standings;
    }

    private PeerStanding standing(PeerGroups.Officer officer, int[] counts, Instant start, Instant midnight) {
        int count = officer.counted.distinct(start, midnight);
        List<PeerStanding.Mark> marks = counts.length < peer.group()
                ? List.of()
                : peer.levels().stream()
                        .map(level -> new PeerStanding.Mark(
                                level.name(), level.at(), Math.max(peer.floor(), value(level, counts) + 1)))
                        .toList();
        return new PeerStanding(evaluator.rule(), peer, midnight, count, peers(officer, count, counts), marks);
    }

    private Peers peers(PeerGroups.Officer officer, int count, int[] counts) {
        int below = (int) Arrays.stream(counts).filter(each -> each < count).count();
        return Peers.of(groups.inWords(officer), counts.length, below);
    }

    private int reached(int count, int[] counts) {
        int reached = -1;
        while (counts.length > 0
                && count >= peer.floor()
                && reached + 1 < peer.levels().size()
                && count > value(peer.levels().get(reached + 1), counts)) {
            reached++;
        }
        return reached;
    }

    private static int value(Level level, int[] counts) {
        return counts[NearestRank.position(level.at(), counts.length)];
    }
}
