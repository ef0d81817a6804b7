package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Cluster;
import org.misconductmonitor.rule.Level;

/** The cases of a window, and in how many of them the same two officers are accused. */
final class PairFold implements Fold {
    private record Member(int number, Instant at, String officer, String caseId, String key) {}

    private final ClusterEvaluator evaluator;
    private final Cluster cluster;
    private final Map<String, Deque<Member>> byOfficer = new HashMap<>();
    private final Map<String, Deque<Member>> byCase = new HashMap<>();
    private final Map<Subject, Episode> episodes = new HashMap<>();
    private int taken;

    PairFold(ClusterEvaluator evaluator, Cluster cluster) {
        this.evaluator = evaluator;
        this.cluster = cluster;
    }

    @Override
    public void next(Observation fact, Told told) {
        Instant at = evaluator.order(fact).at();
        Instant start = cluster.window().start(at);
        Member latest = new Member(taken++, at, fact.text(Field.OFFICER_ID), fact.text(Field.CASE_ID), fact.key());
        add(byOfficer, latest.officer, latest);
        add(byCase, latest.caseId, latest);
        for (String other : others(latest, start)) {
            look(latest, other, start, told);
        }
    }

    private void add(Map<String, Deque<Member>> index, String value, Member latest) {
        Deque<Member> members = index.computeIfAbsent(value, v -> new ArrayDeque<>(4));
        Instant earliest = cluster.window().earliestStartFrom(latest.at);
        while (!members.isEmpty() && !members.peekFirst().at.isAfter(earliest)) {
            members.pollFirst();
        }
        members.addLast(latest);
    }

    /** The officers accused with that one in the case, in order. */
    private Set<String> others(Member latest, Instant start) {
        Set<String> others = new TreeSet<>();
        for (Member member : byCase.get(latest.caseId)) {
            if (member.at.isAfter(start) && !member.officer.equals(latest.officer)) {
                others.add(member.officer);
            }
        }
        return others;
    }

    private void look(Member latest, String other, Instant start, Told told) {
        Map<String, List<Member>> mine = cases(latest.officer, start);
        Map<String, List<Member>> theirs = cases(other, start);
        Set<String> shared = new HashSet<>(mine.keySet());
        shared.retainAll(theirs.keySet());
        int count = shared.size();
        int before = mine.get(latest.caseId).size() == 1 ? count - 1 : count;
        Subject pair = Subject.ofPair(latest.officer, other);
        int reached = reached(count);
        int first = episodes.computeIfAbsent(pair, p -> new Episode())
                .firstToFire(
                        before < cluster.levels().get(0).at(), evaluator.rule().inForceAt(latest.at), reached);
        if (first > reached) {
            return;
        }
        List<Member> evidence = new ArrayList<>();
        shared.forEach(caseId -> evidence.addAll(mine.get(caseId)));
        shared.forEach(caseId -> evidence.addAll(theirs.get(caseId)));
        evidence.sort(Comparator.comparingInt(Member::number));
        List<String> keys = evidence.stream().map(Member::key).toList();
        for (int i = first; i <= reached; i++) {
            Level level = cluster.levels().get(i);
            Firing firing =
                    new Firing(i, level.name(), level.at(), latest.at, count, start, latest.at, keys, null, null);
            told.fired(firing.about(About.of(pair)));
        }
    }

    private Map<String, List<Member>> cases(String officer, Instant start) {
        Map<String, List<Member>> cases = new HashMap<>();
        for (Member member : byOfficer.get(officer)) {
            if (member.at.isAfter(start)) {
                cases.computeIfAbsent(member.caseId, c -> new ArrayList<>(2)).add(member);
            }
        }
        return cases;
    }

    private int reached(int count) {
        int reached = -1;
        while (reached + 1 < cluster.levels().size()
                && cluster.levels().get(reached + 1).at() <= count) {
            reached++;
        }
        return reached;
    }
}
