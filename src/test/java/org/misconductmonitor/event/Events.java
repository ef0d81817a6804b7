package org.misconductmonitor.event;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Events for tests. */
final class Events {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String[] WORDS = {
        "", "a", "USE_OF_FORCE", "PC", "Ünïcode \uD83D\uDC6E", "a\nb=c", "\"quoted\\", "x".repeat(300), "\uFFFD\uE000"
    };

    private Events() {}

    static Map<Field, Object> recordedFields() {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_TYPE, "RECORDED");
        fields.put(Field.EVENT_ID, "e1");
        fields.put(Field.OFFICER_ID, "o1");
        fields.put(Field.CASE_ID, "c1");
        fields.put(Field.ALLEGATION_ID, "a1");
        fields.put(Field.CATEGORY, "05A");
        fields.put(Field.RECORDED_AT, Instant.parse("2020-05-01T00:00:00Z"));
        return fields;
    }

    static Event recorded(Field field, Object value) {
        return EventBuilder.of(recordedFields()).with(Collections.singletonMap(field, value));
    }

    static Event event(String type, Object... fieldsAndValues) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_TYPE, type);
        fields.put(Field.EVENT_ID, "e1");
        fields.put(type.equals("RECORDED") ? Field.RECORDED_AT : Field.AT, Instant.parse("2020-05-01T00:00:00Z"));
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            fields.put((Field) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return EventBuilder.of(fields);
    }

    /** Any event that the readers can produce, valid or not; the same for the same generator. */
    static Event random(RandomGenerator random) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (random.nextInt(4) == 0) {
                fields.put(field, randomValue(field, random));
            }
        }
        EventType[] types = EventType.values();
        fields.put(Field.EVENT_TYPE, types[1 + random.nextInt(types.length - 1)].name());
        fields.put(Field.EVENT_ID, "event-" + random.nextInt(1000));
        fields.put(Field.AT, randomValue(Field.AT, random));
        fields.put(Field.RECORDED_AT, randomValue(Field.RECORDED_AT, random));
        return EventBuilder.of(fields);
    }

    private static Object randomValue(Field field, RandomGenerator random) {
        return switch (field.kind()) {
            case TEXT, VOCABULARY -> WORDS[random.nextInt(WORDS.length)];
            case INTEGER -> random.nextBoolean() ? random.nextInt(100) : random.nextInt();
            case FLAG -> random.nextBoolean();
            case INSTANT ->
                switch (random.nextInt(3)) {
                    case 0 -> Instant.ofEpochSecond(random.nextLong(-40_000, 80_000) * 86_400);
                    case 1 -> Instant.ofEpochSecond(random.nextLong(-3_000_000_000L, 7_000_000_000L));
                    default ->
                        Instant.ofEpochSecond(random.nextLong(-3_000_000_000L, 3_000_000_000L))
                                .plusNanos(random.nextLong(1_000_000) * 1000);
                };
        };
    }
}
