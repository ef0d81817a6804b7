package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** When which rule of one officer has something due. Times that no longer hold are left behind and passed over. */
final class Timetable {
    private record Entry(Instant at, RuleProgress progress) {
        boolean holds() {
            return at.equals(progress.nextDue());
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparing(Entry::at)
            .thenComparing(entry -> entry.progress.evaluator().rule().id()));

    /** Takes note of when the rule has something due next. */
    void expect(RuleProgress progress) {
        Instant due = progress.nextDue();
        if (due != null && !due.equals(progress.expected())) {
            progress.expect(due);
            entries.add(new Entry(due, progress));
        }
    }

    /** When something falls due next, or null. */
    Instant nextDue() {
        while (!entries.isEmpty() && !entries.peek().holds()) {
            forget(entries.poll());
        }
        return entries.isEmpty() ? null : entries.peek().at;
    }

    /** @return a rule that has something due by then, which is to be expected again afterwards; or null */
    RuleProgress pollDue(Instant now) {
        Instant due = nextDue();
        if (due == null || due.isAfter(now)) {
            return null;
        }
        Entry entry = entries.poll();
        forget(entry);
        return entry.progress;
    }

    private static void forget(Entry entry) {
        if (entry.at.equals(entry.progress.expected())) {
            entry.progress.expect(null);
        }
    }
}
