package org.misconductmonitor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.rule.HalfLife;

/**
 * The sum of the weights of the distinct values of a window. Without a half-life a fact in order costs the same however
 * many there are; with one, the score is another at every time, and each fact costs what the window holds.
 */
final class ScoreWindow extends FactWindow {
    private final HalfLife halfLife;
    /** Of each value the facts that may be its heaviest, now or when older ones have gone: later ones are lighter. */
    private final Map<Object, Deque<Member>> heaviest = new HashMap<>();

    private long sum;

    /** @param halfLife or null */
    ScoreWindow(boolean withCases, HalfLife halfLife) {
        super(withCases);
        this.halfLife = halfLife;
    }

    @Override
    void added(Member member) {
        Deque<Member> candidates = heaviest.computeIfAbsent(member.value(), value -> new ArrayDeque<>(2));
        sum -= weight(candidates.peekFirst());
        while (!candidates.isEmpty() && candidates.peekLast().weight() <= member.weight()) {
            candidates.removeLast();
        }
        candidates.addLast(member);
        sum += weight(candidates.peekFirst());
    }

    @Override
    void evicted(Member member) {
        Deque<Member> candidates = heaviest.get(member.value());
        if (candidates.peekFirst() != member) {
            return;
        }
        candidates.removeFirst();
        sum += weight(candidates.peekFirst()) - weight(member);
        if (candidates.isEmpty()) {
            heaviest.remove(member.value());
        }
    }

    @Override
    int count(Instant start, Instant at) {
        long score = halfLife == null ? undecayed(start) : decayed(start, at) / HalfLife.PARTS;
        return (int) Math.min(Integer.MAX_VALUE, score);
    }

    private long undecayed(Instant start) {
        long score = sum;
        Set<Object> corrected = new HashSet<>();
        for (Member member : outside(start)) {
            Deque<Member> candidates = heaviest.get(member.value());
            if (corrected.add(member.value())) {
                score += weight(firstAfter(start, candidates)) - weight(candidates.peekFirst());
            }
        }
        return score;
    }

    private static Member firstAfter(Instant start, Deque<Member> candidates) {
        for (Member candidate : candidates) {
            if (candidate.at().isAfter(start)) {
                return candidate;
            }
        }
        return null;
    }

    private long decayed(Instant start, Instant at) {
        long score = 0;
        for (Deque<Member> candidates : heaviest.values()) {
            long most = 0;
            for (Member candidate : candidates) {
                if (candidate.at().isAfter(start)) {
                    long days = Duration.between(candidate.at(), at).toDays();
                    most = Math.max(most, candidate.weight() * halfLife.partsLeft(days));
                }
            }
            score += most;
        }
        return score;
    }

    private static int weight(Member member) {
        return member == null ? 0 : member.weight();
    }
}
