package org.misconductmonitor.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.platform.bench.SyntheticEvents;

/**
 * Events as careless publishers tell of them: nearly in order, corrected, withdrawn, moved to other officers, published
 * under aliases, and many of them twice. The same for the same seed; never ends.
 */
final class Happenings {
    private static final int OFFICERS = 4_000;
    private static final int TWENTY_YEARS = 60_000;
    private static final int LATE_PER_MILLE = 50;
    private static final int DISORDER = 10;
    private static final int SOON = 60;
    private static final int LATER = 400;
    private static final int REPEATED_PERCENT = 6;
    private static final Duration DAY = Duration.ofDays(1);

    private record Told(long turn, long number, Event event) {}

    private final Random random;
    private final Deque<Event> story;
    private final SyntheticEvents synthetic;
    private final PriorityQueue<Told> waiting = new PriorityQueue<>(
            (a, b) -> a.turn != b.turn ? Long.compare(a.turn, b.turn) : Long.compare(a.number, b.number));
    private long turn;
    private long told;
    private String otherOfficer = "OF-nobody";

    /** @param story events of all kinds, to be mixed with synthetic ones as long as they last */
    Happenings(long seed, List<Event> story) {
        this.random = new Random(seed);
        this.story = new ArrayDeque<>(story);
        this.synthetic = new SyntheticEvents("s" + seed + "-", OFFICERS, TWENTY_YEARS, LATE_PER_MILLE, seed);
    }

    Event next() {
        turn++;
        while (waiting.isEmpty() || waiting.peek().turn > turn) {
            Event event = story.isEmpty() || random.nextBoolean() ? synthetic.next() : story.poll();
            if (event.type() == EventType.RECORDED) {
                happen(event);
            } else {
                tell(event, DISORDER);
            }
        }
        return waiting.poll().event;
    }

    private void happen(Event event) {
        int fate = random.nextInt(100);
        if (fate < 3) {
            underAlias(event);
            return;
        }
        tell(event, DISORDER);
        if (fate < 8) {
            tell(after(event, EventType.WITHDRAWN, Map.of()), SOON);
        } else if (fate < 15) {
            tell(after(event, EventType.AMENDED, Map.of(Field.CATEGORY, "CORRECTED")), SOON);
        } else if (fate < 21) {
            tell(after(event, EventType.REASSIGNED, Map.of(Field.TO_OFFICER_ID, otherOfficer)), SOON);
        } else if (fate < 25) {
            Map<Field, Object> corrected =
                    Map.of(Field.REVISION, 2, Field.RECORDED_AT, event.at().plus(DAY));
            tell(event.with(corrected), SOON);
        } else if (fate < 27) {
            tell(after(event, EventType.RESTRICTED, Map.of()), SOON);
            tell(after(event, EventType.RESTORED, Map.of(Field.AT, event.at().plus(DAY.multipliedBy(2)))), LATER);
        }
        otherOfficer = event.officerId();
    }

    /** It is published under a number, and before or after that somebody says whose number it is. */
    private void underAlias(Event event) {
        String alias = "NO-" + event.officerId();
        tell(event.with(Map.of(Field.OFFICER_ID, alias)), DISORDER);
        Map<Field, Object> link = new EnumMap<>(Field.class);
        link.put(Field.EVENT_TYPE, EventType.ALIAS_LINKED.name());
        link.put(Field.EVENT_ID, event.eventId() + "-ALIAS");
        link.put(Field.TENANT_ID, event.tenantId());
        link.put(Field.OFFICER_ID, alias);
        link.put(Field.TO_OFFICER_ID, event.officerId());
        link.put(Field.AT, event.at().plus(DAY));
        tell(EventBuilder.of(link), LATER);
    }

    private void tell(Event event, int within) {
        add(event, within);
        if (random.nextInt(100) < REPEATED_PERCENT) {
            add(event, LATER);
        }
    }

    private void add(Event event, int within) {
        waiting.add(new Told(turn + random.nextInt(within), told++, event));
    }

    private static Event after(Event event, EventType type, Map<Field, Object> more) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_TYPE, type.name());
        fields.put(Field.EVENT_ID, event.eventId() + "-" + type);
        fields.put(Field.TENANT_ID, event.tenantId());
        fields.put(Field.OFFICER_ID, event.officerId());
        fields.put(Field.CASE_ID, event.caseId());
        fields.put(Field.ALLEGATION_ID, event.allegationId());
        fields.put(Field.PUBLISHER_ID, "corrections");
        fields.put(Field.AT, event.at().plus(DAY));
        fields.putAll(more);
        return EventBuilder.of(fields);
    }
}
