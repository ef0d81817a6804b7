package org.misconductmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.event.Rejection.Reason;

class EventCheckTest {
    private static final Instant NOW = Events.NOW;

    @Test
    void shouldAcceptAnOrdinaryEvent() {
        assertThat(EventCheck.check(EventBuilder.of(Events.recordedFields()), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000", "a\u0085", "\uD800", "\uDC00\uD800"})
    void shouldRefuseIdsThatAreNone(String id) {
        for (Field field : new Field[] {
            Field.EVENT_ID,
            Field.OFFICER_ID,
            Field.TENANT_ID,
            Field.CASE_ID,
            Field.ALLEGATION_ID,
            Field.HANDLER_ID,
            Field.TO_OFFICER_ID,
            Field.REPORT_ID,
            Field.ALIAS
        }) {
            assertRefused(Events.recorded(field, id), Reason.INVALID_ID, field);
        }
    }

    @Test
    void shouldAcceptIdsUpToTheLimitInAnyScript() {
        assertAccepted(Events.recorded(Field.OFFICER_ID, "x".repeat(EventCheck.LONGEST_ID)));
        assertAccepted(Events.recorded(Field.OFFICER_ID, "警官 \uD83D\uDC6E/7"));
        assertRefused(
                Events.recorded(Field.OFFICER_ID, "x".repeat(EventCheck.LONGEST_ID + 1)),
                Reason.INVALID_ID,
                Field.OFFICER_ID);
    }

    @Test
    void shouldRefuseRevisionsBelowOne() {
        assertRefused(Events.recorded(Field.REVISION, 0), Reason.INVALID_REVISION, Field.REVISION);
        assertRefused(Events.recorded(Field.REVISION, -1), Reason.INVALID_REVISION, Field.REVISION);
    }

    @ParameterizedTest
    @EnumSource(
            value = Field.class,
            names = {"RECORDED_AT", "RECEIVED_AT", "OCCURRED_AT", "AT", "OFFENCE_AT"})
    void shouldAllowOneDayOfClockErrorAndNoMore(Field field) {
        Instant limit = NOW.plus(Duration.ofDays(1));
        assertAccepted(Events.recorded(field, limit));
        assertRefused(Events.recorded(field, limit.plusNanos(1000)), Reason.FUTURE_DATE, field);
        assertRefused(Events.recorded(field, Instant.parse("2099-01-01T00:00:00Z")), Reason.FUTURE_DATE, field);
    }

    @ParameterizedTest
    @EnumSource(
            value = Field.class,
            names = {"DUE_AT", "ENDS_AT", "STARTS_AT", "EXPIRES_AT"})
    void shouldLetDeadlinesLieAheadButNotForEver(Field field) {
        assertAccepted(Events.recorded(field, Instant.parse("2200-12-31T23:59:59Z")));
        assertRefused(Events.recorded(field, Instant.parse("2201-01-01T00:00:00Z")), Reason.ABSURD_DATE, field);
    }

    @Test
    void shouldRefuseEveryDateBefore1900() {
        for (Field field : Field.values()) {
            if (field.kind() == Field.Kind.INSTANT) {
                Instant first = Instant.parse("1900-01-01T00:00:00Z");
                assertAccepted(Events.recorded(field, first));
                assertRefused(Events.recorded(field, first.minusNanos(1000)), Reason.ANCIENT_DATE, field);
            }
        }
    }

    @Test
    void shouldRefuseAnEndBeforeItsStartButNotAtIt() {
        Event started = Events.recorded(Field.STARTS_AT, NOW);
        assertAccepted(started.with(Map.of(Field.ENDS_AT, NOW)));
        assertRefused(
                started.with(Map.of(Field.ENDS_AT, NOW.minusSeconds(1))), Reason.ENDS_BEFORE_START, Field.ENDS_AT);
    }

    @Test
    void shouldAcceptThatItHappenedAfterItWasRecorded() {
        assertAccepted(Events.recorded(Field.OCCURRED_AT, Instant.parse("2025-01-01T00:00:00Z")));
    }

    @Test
    void shouldRefuseWhatCouldHaveNoEffect() {
        assertRefused(Events.recorded(Field.OFFICER_ID, null), Reason.MISSING_FIELD, Field.OFFICER_ID);
        assertRefused(Events.recorded(Field.CATEGORY, null), Reason.MISSING_FIELD, Field.CATEGORY);
        assertAccepted(Events.recorded(Field.CATEGORY, null).with(Map.of(Field.GROUP, "SEXUAL")));
        Event reassigned = Events.event("REASSIGNED", Field.OFFICER_ID, "o", Field.ALLEGATION_ID, "a");
        assertRefused(reassigned, Reason.MISSING_FIELD, Field.TO_OFFICER_ID);
        assertAccepted(reassigned.with(Map.of(Field.TO_OFFICER_ID, "p")));
        assertRefused(Events.event("MEASURE_STARTED", Field.OFFICER_ID, "o"), Reason.MISSING_FIELD, Field.MEASURE);
        assertRefused(Events.event("RESPONSE_REQUESTED"), Reason.MISSING_FIELD, Field.CASE_ID);
    }

    @Test
    void shouldAcceptANewerTypeWhateverItCarries() {
        assertAccepted(Events.event("SOMETHING_NEW"));
    }

    @Test
    void shouldRefuseMoreTextThanARecordCanHold() {
        assertAccepted(Events.recorded(Field.NARRATIVE, "x".repeat(EventCheck.LONGEST_TEXTS - 10)));
        assertRefused(
                Events.recorded(Field.NARRATIVE, "x".repeat(EventCheck.LONGEST_TEXTS + 1)), Reason.TOO_LARGE, null);
    }

    @Test
    void shouldExpectTheOfficerAsKeyElseTheTenant() {
        assertThat(EventCheck.expectedKey(Events.recorded(Field.TENANT_ID, "t")))
                .isEqualTo("o1");
        assertThat(EventCheck.expectedKey(Events.event("CASE_OPENED", Field.TENANT_ID, "t")))
                .isEqualTo("t");
    }

    private static void assertAccepted(Event event) {
        assertThat(EventCheck.check(event, NOW)).isEmpty();
    }

    private static void assertRefused(Event event, Reason reason, Field field) {
        assertThat(EventCheck.check(event, NOW)).contains(new Rejection(reason, field));
    }
}
