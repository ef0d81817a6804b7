package org.misconductmonitor.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every field an event can carry, by the same name in JSON Lines, CSV mappings, Avro and rules. What each one means is
 * written once, in the {@code doc} of the schemas.
 */
public enum Field {
    EVENT_ID(1, "eventId", Kind.TEXT),
    EVENT_TYPE(2, "eventType", Kind.TEXT),
    REVISION(3, "revision", Kind.INTEGER),
    SUPERSEDES(4, "supersedes", Kind.TEXT),
    TENANT_ID(5, "tenantId", Kind.TEXT),
    OFFICER_ID(6, "officerId", Kind.TEXT),
    CASE_ID(7, "caseId", Kind.TEXT),
    ALLEGATION_ID(8, "allegationId", Kind.TEXT),
    AT(9, "at", Kind.INSTANT),
    OCCURRED_AT(10, "occurredAt", Kind.INSTANT),
    RECEIVED_AT(11, "receivedAt", Kind.INSTANT),
    RECORDED_AT(12, "recordedAt", Kind.INSTANT),
    PUBLISHER_ID(13, "publisherId", Kind.TEXT),
    SOURCE(14, "source", Kind.TEXT),
    HANDLING(15, "handling", Kind.VOCABULARY),
    PROCESSING_REGIME(16, "processingRegime", Kind.VOCABULARY),
    ASSERTION_TYPE(17, "assertionType", Kind.VOCABULARY),
    RECORD_STATE(18, "recordState", Kind.VOCABULARY),
    SUBJECT_ROLE(19, "subjectRole", Kind.VOCABULARY),
    PERSON_KIND(20, "personKind", Kind.VOCABULARY),
    FORCE(21, "force", Kind.TEXT),
    UNIT(22, "unit", Kind.TEXT),
    RANK(23, "rank", Kind.TEXT),
    NARRATIVE(24, "narrative", Kind.TEXT),
    REASON(25, "reason", Kind.TEXT),
    HANDLER_ID(26, "handlerId", Kind.TEXT),
    CONFIDENCE(27, "confidence", Kind.INTEGER),
    SHARED_ALLEGATION_ID(30, "sharedAllegationId", Kind.TEXT),
    CATEGORY(31, "category", Kind.TEXT),
    CATEGORY_SCHEME(32, "categoryScheme", Kind.VOCABULARY),
    CATEGORY_TEXT(33, "categoryText", Kind.TEXT),
    GROUP(34, "group", Kind.TEXT),
    DUTY_STATUS(35, "dutyStatus", Kind.TEXT),
    COMPLAINANT_TYPE(36, "complainantType", Kind.TEXT),
    COMPLAINANT_ID(37, "complainantId", Kind.TEXT),
    CASE_KIND(38, "caseKind", Kind.TEXT),
    OUTSIDE(39, "outside", Kind.FLAG),
    FINDING(40, "finding", Kind.TEXT),
    DISCIPLINE(41, "discipline", Kind.TEXT),
    DISCIPLINE_TEXT(42, "disciplineText", Kind.TEXT),
    SUSPENSION_DAYS(43, "suspensionDays", Kind.INTEGER),
    RECOMMENDED_FINDING(44, "recommendedFinding", Kind.TEXT),
    RECOMMENDED_DISCIPLINE(45, "recommendedDiscipline", Kind.TEXT),
    RECOMMENDED_SUSPENSION_DAYS(46, "recommendedSuspensionDays", Kind.INTEGER),
    SEVERITY(47, "severity", Kind.VOCABULARY),
    DECISION(48, "decision", Kind.TEXT),
    CRIMINAL_OUTCOME(49, "criminalOutcome", Kind.TEXT),
    TO_OFFICER_ID(50, "toOfficerId", Kind.TEXT),
    DUE_AT(51, "dueAt", Kind.INSTANT),
    INVESTIGATION_ID(52, "investigationId", Kind.TEXT),
    OPERATION(53, "operation", Kind.TEXT),
    LINKED_CASE_ID(54, "linkedCaseId", Kind.TEXT),
    STARTS_AT(55, "startsAt", Kind.INSTANT),
    ENDS_AT(56, "endsAt", Kind.INSTANT),
    SEXUAL(57, "sexual", Kind.FLAG),
    DOMESTIC_ABUSE(58, "domesticAbuse", Kind.FLAG),
    VULNERABLE_VICTIM(59, "vulnerableVictim", Kind.FLAG),
    VICTIM_IS_COLLEAGUE(60, "victimIsColleague", Kind.FLAG),
    VICTIM_MET_THROUGH_DUTY(61, "victimMetThroughDuty", Kind.FLAG),
    WARNING(62, "warning", Kind.VOCABULARY),
    CLEARANCE(70, "clearance", Kind.TEXT),
    EXPIRES_AT(71, "expiresAt", Kind.INSTANT),
    CONDITIONS(72, "conditions", Kind.TEXT),
    OFFENCE(73, "offence", Kind.TEXT),
    OFFENCE_AT(74, "offenceAt", Kind.INSTANT),
    WHILE_SERVING(75, "whileServing", Kind.FLAG),
    CONSIDERED_AT_VETTING(76, "consideredAtVetting", Kind.FLAG),
    DECLARED(77, "declared", Kind.FLAG),
    KIND(78, "kind", Kind.TEXT),
    ON_DUTY(79, "onDuty", Kind.FLAG),
    RESULT(80, "result", Kind.TEXT),
    MATCH_EVENT_ID(81, "matchEventId", Kind.TEXT),
    ORGANISED_CRIME(82, "organisedCrime", Kind.FLAG),
    WASH_OUTCOME(83, "washOutcome", Kind.VOCABULARY),
    MEASURE(90, "measure", Kind.VOCABULARY),
    FROM_RANK(91, "fromRank", Kind.TEXT),
    FROM_UNIT(92, "fromUnit", Kind.TEXT),
    ROLE(93, "role", Kind.TEXT),
    SUPERVISOR_ID(94, "supervisorId", Kind.TEXT),
    ALIAS(95, "alias", Kind.TEXT),
    OFFICERS(96, "officers", Kind.INTEGER),
    OFFICERS_AND_STAFF(97, "officersAndStaff", Kind.INTEGER),
    ADDED(98, "added", Kind.INTEGER),
    LIST(99, "list", Kind.VOCABULARY),
    AUTHORITY(100, "authority", Kind.TEXT),
    CHANNEL(110, "channel", Kind.VOCABULARY),
    REPORT_ID(111, "reportId", Kind.TEXT),
    FROM_REPORT_ID(112, "fromReportId", Kind.TEXT);

    /** What a value of the field is: a {@code String}, an {@code Instant}, an {@code Integer} or a {@code Boolean}. */
    public enum Kind {
        TEXT,
        /** Text from a closed list in the schema; words of newer publishers are kept as they are. */
        VOCABULARY,
        INSTANT,
        INTEGER,
        FLAG;

        /** Whether the value is of the Java type of this kind. */
        public boolean accepts(Object value) {
            return switch (this) {
                case TEXT, VOCABULARY -> value instanceof String;
                case INSTANT -> value instanceof Instant;
                case INTEGER -> value instanceof Integer;
                case FLAG -> value instanceof Boolean;
            };
        }
    }

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::jsonName, Function.identity()));
    private static final Field[] BY_ID = byId();

    private final int id;
    private final String jsonName;
    private final Kind kind;

    Field(int id, String jsonName, Kind kind) {
        this.id = id;
        this.jsonName = jsonName;
        this.kind = kind;
    }

    /** Stable number of the field in stored state; never reused. */
    public int id() {
        return id;
    }

    public String jsonName() {
        return jsonName;
    }

    public Kind kind() {
        return kind;
    }

    /**
     * Whether people write into it what they like, about whom they like. Publishers seal such text on its way; only a code
     * such as RESIGNED, {@link Texts#isCode}, stays readable, because rules and statistics go by it. Labels of categories
     * and disciplines are among them: what a publisher's list does not have is typed in by hand.
     */
    public boolean isFreeText() {
        return switch (this) {
            case NARRATIVE, REASON, CONDITIONS, OFFENCE, AUTHORITY, CATEGORY_TEXT, DISCIPLINE_TEXT -> true;
            default -> false;
        };
    }

    public static Optional<Field> named(String jsonName) {
        return Optional.ofNullable(BY_NAME.get(jsonName));
    }

    /** @throws IllegalArgumentException if no field has that number: state of a newer release */
    public static Field ofId(int id) {
        Field field = id >= 0 && id < BY_ID.length ? BY_ID[id] : null;
        if (field == null) {
            throw new IllegalArgumentException(
                    "no field has number " + id + ": was this state written by a newer release?");
        }
        return field;
    }

    private static Field[] byId() {
        int greatest = Arrays.stream(values()).mapToInt(Field::id).max().orElse(0);
        Field[] fields = new Field[greatest + 1];
        for (Field field : values()) {
            fields[field.id] = field;
        }
        return fields;
    }
}
