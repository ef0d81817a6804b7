package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts in order of time, as far back as a window may reach, and what they come to. */
abstract class FactWindow {
    /**
     * A fact in the window.
     *
     * @param at its time in the rule's basis
     * @param value of the counting key
     * @param weight what it weighs; 1 where facts are only counted
     * @param caseId its case, or null
     * @param key the fact
     */
    record Member(Instant at, Object value, int weight, String caseId, String key) {}

    private final Deque<Member> members = new ArrayDeque<>(4);
    private final Map<String, Integer> cases;

    /** @param withCases whether {@link #holdsCase} will be asked */
    FactWindow(boolean withCases) {
        cases = withCases ? new HashMap<>() : null;
    }

    /** What the facts later than start come to when seen from that time. */
    abstract int count(Instant start, Instant at);

    abstract void added(Member member);

    abstract void evicted(Member member);

    /** Forgets what no later window can hold. */
    final void evict(Instant earliestStart) {
        while (!members.isEmpty() && !members.peekFirst().at.isAfter(earliestStart)) {
            Member gone = members.pollFirst();
            evicted(gone);
            countCase(gone.caseId, -1);
        }
    }

    final void add(Member member) {
        members.addLast(member);
        added(member);
        countCase(member.caseId, 1);
    }

    private void countCase(String caseId, int by) {
        if (cases != null && caseId != null) {
            cases.merge(caseId, by, FactWindow::sumOrNothing);
        }
    }

    /** The facts kept that lie before the window: for exact windows none, for calendar windows a few. */
    final List<Member> outside(Instant start) {
        if (members.isEmpty() || members.peekFirst().at.isAfter(start)) {
            return List.of();
        }
        List<Member> outside = new ArrayList<>();
        for (Member member : members) {
            if (member.at.isAfter(start)) {
                break;
            }
            outside.add(member);
        }
        return outside;
    }

    final boolean holdsCase(String caseId, Instant start) {
        int inside = cases.getOrDefault(caseId, 0);
        for (Member member : members) {
            if (inside == 0 || member.at.isAfter(start)) {
                break;
            }
            inside -= caseId.equals(member.caseId) ? 1 : 0;
        }
        return inside > 0;
    }

    final List<String> keysAfter(Instant start) {
        List<String> keys = new ArrayList<>(members.size());
        for (Member member : members) {
            if (member.at.isAfter(start)) {
                keys.add(member.key);
            }
        }
        return keys;
    }

    static Integer sumOrNothing(Integer a, Integer b) {
        int sum = a + b;
        return sum == 0 ? null : sum;
    }
}
