package org.misconductmonitor.reference;

import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Field;

/** Values of the optional fields, from a few choices each. */
final class RandomDetails {
    static final List<String> FINDINGS = List.of("SUSTAINED", "UNFOUNDED", "EXONERATED");
    static final Map<Field, List<Object>> CHOICES = Map.ofEntries(
            Map.entry(Field.CATEGORY, List.of("A", "B", "C")),
            Map.entry(Field.CATEGORY_SCHEME, List.of("IPCC_LEGACY", "IOPC_2020", "LOCAL")),
            Map.entry(Field.GROUP, List.of("GA", "GB", "USE_OF_FORCE")),
            Map.entry(Field.COMPLAINANT_ID, List.of("p1", "p2", "p3")),
            Map.entry(Field.FORCE, List.of("f1", "f2")),
            Map.entry(Field.UNIT, List.of("u1", "u2", "u3")),
            Map.entry(Field.SOURCE, List.of("s1", "s2")),
            Map.entry(Field.SEVERITY, List.of("MISCONDUCT", "GROSS_MISCONDUCT")),
            Map.entry(Field.FINDING, List.copyOf(FINDINGS)),
            Map.entry(Field.DISCIPLINE, List.of("REPRIMAND", "SUSPENDED")),
            Map.entry(Field.SUSPENSION_DAYS, List.of(1, 10, 30)),
            Map.entry(Field.RECOMMENDED_FINDING, List.copyOf(FINDINGS)),
            Map.entry(Field.CONFIDENCE, List.of(20, 80)),
            Map.entry(Field.SEXUAL, List.of(true, false)),
            Map.entry(Field.CASE_KIND, List.of("COMPLAINT", "CONDUCT")),
            Map.entry(
                    Field.RECORD_STATE,
                    List.of("FINAL", "FINAL", "FINAL", "DRAFT", "DUPLICATE", "RESTRICTED", "WITHDRAWN", "UNKNOWN")),
            Map.entry(Field.SUBJECT_ROLE, List.of("SUBJECT", "CO_ACCUSED", "WITNESS", "VICTIM")));

    private static final List<Field> USUAL = List.of(
            Field.CATEGORY,
            Field.CATEGORY_SCHEME,
            Field.GROUP,
            Field.COMPLAINANT_ID,
            Field.FORCE,
            Field.UNIT,
            Field.SOURCE,
            Field.CASE_KIND);
    private static final List<Field> RARE =
            List.of(Field.SEXUAL, Field.SEVERITY, Field.FINDING, Field.RECORD_STATE, Field.SUBJECT_ROLE);
    private static final List<Field> DECIDED =
            List.of(Field.FINDING, Field.DISCIPLINE, Field.SUSPENSION_DAYS, Field.RECOMMENDED_FINDING);

    private final Dice dice;
    private final int rare;

    RandomDetails(Dice dice) {
        this.dice = dice;
        this.rare = dice.of(1, 4, 4, 20);
    }

    Object value(Field field) {
        return dice.of(CHOICES.get(field));
    }

    void describe(Map<Field, Object> fields) {
        put(fields, USUAL, 75);
        put(fields, RARE, rare);
    }

    void decide(Map<Field, Object> fields) {
        put(fields, DECIDED, 60);
    }

    void put(Map<Field, Object> fields, List<Field> some, int percent) {
        for (Field field : some) {
            if (dice.chance(percent)) {
                fields.put(field, value(field));
            }
        }
    }

    /** One field the fact may have, for a correction or another version. */
    Field any() {
        return dice.of(CHOICES.keySet().stream().sorted().toList());
    }
}
