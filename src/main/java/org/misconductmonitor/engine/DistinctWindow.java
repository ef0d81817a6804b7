package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts in order of time and the distinct values among them. Counting costs no more than the facts that are kept but
 * lie before the window, which for exact windows is none.
 */
final class DistinctWindow {
    private record Member(Instant at, Object value, String caseId, String key) {}

    private final Deque<Member> members = new ArrayDeque<>(4);
    private final Map<Object, Integer> values = new HashMap<>();
    private final Map<String, Integer> cases;

    /** @param withCases whether {@link #holdsCase} will be asked */
    DistinctWindow(boolean withCases) {
        cases = withCases ? new HashMap<>() : null;
    }

    /** Forgets what no later window can hold. */
    void evict(Instant earliestStart) {
        while (!members.isEmpty() && !members.peekFirst().at.isAfter(earliestStart)) {
            Member gone = members.pollFirst();
            values.merge(gone.value, -1, DistinctWindow::sumOrNothing);
            countCase(gone.caseId, -1);
        }
    }

    void add(Instant at, Object value, String caseId, String key) {
        members.addLast(new Member(at, value, caseId, key));
        values.merge(value, 1, DistinctWindow::sumOrNothing);
        countCase(caseId, 1);
    }

    private void countCase(String caseId, int by) {
        if (cases != null && caseId != null) {
            cases.merge(caseId, by, DistinctWindow::sumOrNothing);
        }
    }

    /** Distinct values of facts later than start. */
    int distinctAfter(Instant start) {
        if (members.isEmpty() || members.peekFirst().at.isAfter(start)) {
            return values.size();
        }
        Map<Object, Integer> outside = new HashMap<>();
        for (Member member : members) {
            if (member.at.isAfter(start)) {
                break;
            }
            outside.merge(member.value, 1, Integer::sum);
        }
        int gone = 0;
        for (Map.Entry<Object, Integer> entry : outside.entrySet()) {
            if (entry.getValue().equals(values.get(entry.getKey()))) {
                gone++;
            }
        }
        return values.size() - gone;
    }

    boolean holdsCase(String caseId, Instant start) {
        int inside = cases.getOrDefault(caseId, 0);
        for (Member member : members) {
            if (inside == 0 || member.at.isAfter(start)) {
                break;
            }
            inside -= caseId.equals(member.caseId) ? 1 : 0;
        }
        return inside > 0;
    }

    List<String> keysAfter(Instant start) {
        List<String> keys = new ArrayList<>(members.size());
        for (Member member : members) {
            if (member.at.isAfter(start)) {
                keys.add(member.key);
            }
        }
        return keys;
    }

    private static Integer sumOrNothing(Integer a, Integer b) {
        int sum = a + b;
        return sum == 0 ? null : sum;
    }
}
