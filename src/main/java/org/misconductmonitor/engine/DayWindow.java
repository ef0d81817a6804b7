package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Facts in order of time, counted over whole days: from the start of a window, inclusive, to its end, exclusive. */
final class DayWindow {
    private record Member(Instant at, Object value, String key) {}

    private final Deque<Member> members = new ArrayDeque<>(4);

    void add(Instant at, Object value, String key) {
        members.addLast(new Member(at, value, key));
    }

    /** Forgets what lies before. */
    void evict(Instant earliest) {
        while (!members.isEmpty() && members.peekFirst().at.isBefore(earliest)) {
            members.pollFirst();
        }
    }

    /** Number of facts. */
    int facts(Instant from, Instant to) {
        return members.isEmpty() ? 0 : (int) between(from, to).count();
    }

    /** Number of facts with that value. */
    int facts(Instant from, Instant to, Object value) {
        return (int)
                between(from, to).filter(member -> member.value.equals(value)).count();
    }

    /** Number of distinct values. */
    int distinct(Instant from, Instant to) {
        if (members.isEmpty()) {
            return 0;
        }
        Set<Object> values = new HashSet<>();
        between(from, to).forEach(member -> values.add(member.value));
        return values.size();
    }

    List<String> keys(Instant from, Instant to) {
        return between(from, to).map(Member::key).toList();
    }

    private Stream<Member> between(Instant from, Instant to) {
        return members.stream().filter(member -> !member.at.isBefore(from) && member.at.isBefore(to));
    }
}
