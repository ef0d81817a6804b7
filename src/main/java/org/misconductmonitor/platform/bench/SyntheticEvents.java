package org.misconductmonitor.platform.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Field;

/**
 * Twenty years of allegations and what became of them, in the order in which they came to notice, but for the few that
 * come late. The same for the same arguments; never ends.
 */
public final class SyntheticEvents {
    private static final Instant END = Instant.parse("2024-12-27T00:00:00Z");
    private static final Duration YEARS = Duration.ofDays(20 * 365);
    private static final int SLOW_PERCENT = 20;
    private static final int USUAL_DAYS = 500;
    private static final int SLOW_DAYS = 1_000;

    private final Random random;
    private final SyntheticOfficers officers;
    private final String prefix;
    private final long step;
    private final int latePerMille;
    private final PriorityQueue<Event> waiting = new PriorityQueue<>(Comparator.comparing(Event::at));
    private Instant now;
    private int count;
    private int allegationsLeft;
    private Map<Field, Object> current;

    /**
     * The twenty years end at the end of 2024.
     *
     * @param prefix of all ids but those of officers
     * @param events how many make twenty years
     * @param latePerMille how many of a thousand allegations are noticed up to a year late
     */
    public SyntheticEvents(String prefix, int officerCount, long events, int latePerMille, long seed) {
        this(prefix, officerCount, events, latePerMille, seed, END);
    }

    /** @param end of the twenty years */
    SyntheticEvents(String prefix, int officerCount, long events, int latePerMille, long seed, Instant end) {
        this.random = new Random(seed);
        this.officers = new SyntheticOfficers(officerCount);
        this.prefix = prefix;
        this.step = Math.max(1, YEARS.toSeconds() / Math.max(1, events));
        this.latePerMille = latePerMille;
        this.now = end.minus(YEARS);
    }

    public Event next() {
        now = now.plusSeconds(step);
        if (allegationsLeft == 0 && !waiting.isEmpty() && !waiting.peek().at().isAfter(now)) {
            return waiting.poll();
        }
        if (allegationsLeft == 0) {
            openCase();
        }
        allegationsLeft--;
        return recorded();
    }

    private void openCase() {
        int officer = officers.pick(random);
        allegationsLeft = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        boolean late = random.nextInt(1000) < latePerMille;
        Instant at = late ? now.minus(Duration.ofDays(1 + random.nextInt(365))) : now;
        current = new EnumMap<>(Field.class);
        current.put(Field.OFFICER_ID, SyntheticOfficers.officerId(officer));
        current.put(Field.CASE_ID, prefix + "CASE-" + count);
        current.put(Field.RECORDED_AT, at);
        current.put(Field.OCCURRED_AT, at.minus(Duration.ofDays(random.nextInt(60))));
        current.put(Field.FORCE, SyntheticOfficers.force(officer, random));
        current.put(Field.UNIT, SyntheticOfficers.unit(officer));
        current.put(Field.RANK, "CONSTABLE");
        current.put(Field.SOURCE, random.nextInt(10) == 0 ? "COLLEAGUE" : "PUBLIC_COMPLAINT");
        current.put(Field.PUBLISHER_ID, "synthetic");
    }

    private Event recorded() {
        int group = Categories.group(random);
        String id = Integer.toString(++count);
        Map<Field, Object> fields = new EnumMap<>(current);
        fields.put(Field.EVENT_TYPE, "RECORDED");
        fields.put(Field.EVENT_ID, prefix + "E" + id);
        fields.put(Field.ALLEGATION_ID, prefix + "ALL-" + id);
        fields.put(Field.GROUP, Categories.GROUPS.get(group));
        fields.put(Field.CATEGORY, Categories.code(group, random.nextInt(Categories.CODES)));
        Event event = EventBuilder.of(fields);
        waiting.add(finalised(event));
        return event;
    }

    private Event finalised(Event recorded) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_TYPE, "FINALISED");
        fields.put(Field.EVENT_ID, recorded.eventId() + "F");
        fields.put(Field.OFFICER_ID, recorded.officerId());
        fields.put(Field.CASE_ID, recorded.caseId());
        fields.put(Field.ALLEGATION_ID, recorded.allegationId());
        int days = random.nextInt(100) < SLOW_PERCENT ? SLOW_DAYS : USUAL_DAYS;
        fields.put(Field.AT, now.plus(Duration.ofDays(20 + random.nextInt(days))));
        fields.put(Field.FINDING, random.nextInt(8) == 0 ? "SUSTAINED" : "NOT_SUSTAINED");
        fields.put(Field.PUBLISHER_ID, "synthetic");
        return EventBuilder.of(fields);
    }
}
