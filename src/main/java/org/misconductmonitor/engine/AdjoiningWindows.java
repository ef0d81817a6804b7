package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts in order of time, and the distinct values in two windows of them that adjoin. Moving both costs what comes in and
 * goes out.
 */
final class AdjoiningWindows {
    private static final int WORTH_DROPPING = 1024;

    private record Member(Instant at, Object value, String key) {}

    private final List<Member> members = new ArrayList<>();
    private final Map<Object, Integer> earlier = new HashMap<>();
    private final Map<Object, Integer> later = new HashMap<>();
    /** The first of the earlier window, and the first of the later one, which ends with the last member. */
    private int from;

    private int since;

    /** @param start where the earlier window starts, exclusive; the later one starts where it ends, at middle */
    void move(Instant start, Instant middle) {
        // With calendar windows a later start may lie before an earlier one: both ways, and the earlier window first
        // grows, so that what the later one gives back has its place.
        while (from > 0 && members.get(from - 1).at.isAfter(start)) {
            count(earlier, --from, 1);
        }
        while (since > 0 && members.get(since - 1).at.isAfter(middle)) {
            count(earlier, --since, -1);
            count(later, since, 1);
        }
        while (since < members.size() && !members.get(since).at.isAfter(middle)) {
            count(later, since, -1);
            count(earlier, since++, 1);
        }
        while (from < since && !members.get(from).at.isAfter(start)) {
            count(earlier, from++, -1);
        }
    }

    /** Forgets what no window will hold again. */
    void evict(Instant earliestStart) {
        if (from < WORTH_DROPPING || from < members.size() / 2) {
            return;
        }
        int gone = 0;
        while (gone < from && !members.get(gone).at.isAfter(earliestStart)) {
            gone++;
        }
        members.subList(0, gone).clear();
        from -= gone;
        since -= gone;
    }

    void add(Instant at, Object value, String key) {
        members.add(new Member(at, value, key));
        count(later, members.size() - 1, 1);
    }

    private void count(Map<Object, Integer> window, int member, int by) {
        window.merge(members.get(member).value, by, AdjoiningWindows::sumOrNothing);
    }

    private static Integer sumOrNothing(Integer a, Integer b) {
        int sum = a + b;
        return sum == 0 ? null : sum;
    }

    int earlier() {
        return earlier.size();
    }

    int later() {
        return later.size();
    }

    List<String> laterKeys() {
        return members.subList(since, members.size()).stream().map(Member::key).toList();
    }
}
