package org.misconductmonitor.reference;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;

/** Short words for events and rules written by hand. */
final class Facts {
    static final Instant DAY_0 = Instant.parse("2017-07-14T00:00:00Z");

    private Facts() {}

    static Instant day(long day) {
        return DAY_0.plus(day, ChronoUnit.DAYS);
    }

    /** @param more field, value, field, value ... */
    static Event event(EventType type, String id, String officer, Instant at, Object... more) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_TYPE, type.name());
        fields.put(Field.EVENT_ID, id);
        fields.put(Field.OFFICER_ID, officer);
        fields.put(type == EventType.RECORDED ? Field.RECORDED_AT : Field.AT, at);
        for (int i = 0; i < more.length; i += 2) {
            fields.put((Field) more[i], more[i + 1]);
        }
        return EventBuilder.of(fields);
    }

    static Event recorded(String id, String officer, long day, Object... more) {
        Event event = event(EventType.RECORDED, id, officer, day(day), more);
        return event.allegationId() == null ? event.with(Map.of(Field.ALLEGATION_ID, "a" + id)) : event;
    }

    static Rule rule(String id, Filter where, Threshold threshold) {
        return new Rule(id, "1", "Rule " + id, null, Rule.Status.LIVE, null, null, null, null, where, threshold);
    }

    static Threshold threshold(CountingKey count, String window, int... levels) {
        return new Threshold(
                Set.of(EventType.RECORDED),
                count,
                Window.parse(window),
                TimeBasis.RECORDED_AT,
                null,
                levels(levels),
                new Rearm.BelowLowest());
    }

    static List<Level> levels(int... at) {
        List<String> names = List.of("AMBER", "RED", "IMMEDIATE");
        return IntStream.range(0, at.length)
                .mapToObj(i -> new Level(names.get(i), at[i]))
                .toList();
    }

    static RuleSet everyAllegation(String window, int... levels) {
        return new RuleSet(List.of(rule("r", Filter.EVERYTHING, threshold(CountingKey.ALLEGATIONS, window, levels))));
    }
}
