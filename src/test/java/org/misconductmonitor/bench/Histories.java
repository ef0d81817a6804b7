package org.misconductmonitor.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.platform.bench.SyntheticEvents;

/** What is known of officers, and what comes next, so that all lengths of history take as many events altogether. */
final class Histories {
    /** Events that come next, of all officers together. */
    static final int NEXT = 5_000;

    private static final int SHARE = 10;

    private Histories() {}

    /**
     * One officer.
     *
     * @param known in order
     * @param next in order, a tenth as many
     */
    record History(List<Event> known, List<Event> next) {}

    /** @param length events known of each officer, at least 10 */
    static List<History> of(int length) {
        List<History> histories = new ArrayList<>();
        for (int i = 0; i * (length / SHARE) < NEXT; i++) {
            histories.add(officer(i, length));
        }
        return histories;
    }

    private static History officer(int number, int length) {
        int next = length / SHARE;
        SyntheticEvents source = new SyntheticEvents("O" + number + "-", 1, length + next, 0, number);
        List<Event> events = new ArrayList<>(length + next);
        for (int i = 0; i < length + next; i++) {
            events.add(source.next().with(Map.of(Field.OFFICER_ID, "officer-" + number)));
        }
        return new History(events.subList(0, length), events.subList(length, length + next));
    }

    /** The same event as if it had happened half a year before it came. */
    static Event late(Event event) {
        Field time = event.type() == EventType.RECORDED ? Field.RECORDED_AT : Field.AT;
        return event.with(Map.of(time, event.at().minus(Duration.ofDays(180))));
    }
}
