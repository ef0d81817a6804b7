package org.misconductmonitor.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Field;

/** By what counts are broken down or filtered. Values are text: words of the schemas, or of the publisher. */
public enum Dimension {
    /** The body whose data it is. */
    TENANT(Field.TENANT_ID),
    FORCE(Field.FORCE),
    UNIT(Field.UNIT),
    /** The source's own code: not stable over time. */
    CATEGORY(Field.CATEGORY),
    /** The stable family of the category. */
    GROUP(Field.GROUP),
    /** The finding; {@link #OPEN} without a decision, or after the matter was reopened. */
    OUTCOME("outcome"),
    DISCIPLINE(Field.DISCIPLINE),
    SEVERITY(Field.SEVERITY),
    PERSON_KIND(Field.PERSON_KIND),
    RANK(Field.RANK),
    CASE_KIND(Field.CASE_KIND),
    SOURCE(Field.SOURCE),
    COMPLAINANT_TYPE(Field.COMPLAINANT_TYPE),
    OPERATION(Field.OPERATION),
    RESULT(Field.RESULT),
    REASON(Field.REASON),
    OFFENCE(Field.OFFENCE),
    WHILE_SERVING(Field.WHILE_SERVING),
    CONSIDERED_AT_VETTING(Field.CONSIDERED_AT_VETTING),
    KIND(Field.KIND),
    MEASURE(Field.MEASURE),
    CHANNEL(Field.CHANNEL),
    /** What became of a report: INVESTIGATED, CLOSED or OPEN. */
    REPORT_OUTCOME("reportOutcome"),
    /** The operation that reviewed the officer, or the officer's part in the case. */
    REVIEWED_IN("reviewedIn"),
    /** Whether the officer had an open case or allegation just before: YES or NO. */
    OPEN_MATTER("openMatter"),
    /** For how many days something has been open, in bands. */
    AGE("age"),
    /** How many officer-allegations of the selection the officer has. */
    PER_OFFICER("perOfficer"),
    /** Each officer alone: personal data, never in a table with small numbers withheld. */
    OFFICER("officerId"),
    /** Each case alone: personal data, never in a table with small numbers withheld. */
    CASE("caseId");

    /** The outcome of what is not decided. */
    public static final String OPEN = "OPEN";
    /** The value of a dimension that nobody has given. */
    public static final String NOT_STATED = "NOT_STATED";

    private static final Map<String, Dimension> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Dimension::jsonName, Function.identity()));

    private final Field field;
    private final String jsonName;

    Dimension(Field field) {
        this.field = field;
        this.jsonName = field.jsonName();
    }

    Dimension(String jsonName) {
        this.field = null;
        this.jsonName = jsonName;
    }

    /** The field of the facts it is read from, or null if it is derived. */
    Field field() {
        return field;
    }

    /** The name in JSON and on the command line. */
    public String jsonName() {
        return jsonName;
    }

    /** Whether a value names one person or one case. */
    public boolean isPersonal() {
        return this == OFFICER || this == CASE;
    }

    public static Optional<Dimension> named(String jsonName) {
        return Optional.ofNullable(BY_NAME.get(jsonName));
    }
}
