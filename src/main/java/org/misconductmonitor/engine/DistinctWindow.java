package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct values among the facts of a window. Counting costs no more than the facts that are kept but lie before
 * the window, which for exact windows is none.
 */
final class DistinctWindow extends FactWindow {
    private final Map<Object, Integer> values = new HashMap<>();

    DistinctWindow(boolean withCases) {
        super(withCases);
    }

    @Override
    void added(Member member) {
        values.merge(member.value(), 1, FactWindow::sumOrNothing);
    }

    @Override
    void evicted(Member member) {
        values.merge(member.value(), -1, FactWindow::sumOrNothing);
    }

    @Override
    int count(Instant start, Instant at) {
        List<Member> before = outside(start);
        if (before.isEmpty()) {
            return values.size();
        }
        Map<Object, Integer> outside = new HashMap<>();
        before.forEach(member -> outside.merge(member.value(), 1, Integer::sum));
        int gone = 0;
        for (Map.Entry<Object, Integer> entry : outside.entrySet()) {
            if (entry.getValue().equals(values.get(entry.getKey()))) {
                gone++;
            }
        }
        return values.size() - gone;
    }
}
