package org.misconductmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Rejection.Reason;

class EventBuilderTest {
    @Test
    void shouldTakeTheTimeOfARecordedEventFromRecordedAt() {
        Event event = EventBuilder.of(Events.recordedFields());
        assertThat(event.at()).isEqualTo(event.instant(Field.RECORDED_AT));
        assertThat(event.instant(Field.AT)).isNull();
        assertThat(event.details().get(Field.RECORDED_AT)).isNull();
    }

    @Test
    void shouldKeepBothTimesOfARecordedEvent() {
        Instant at = Instant.parse("2021-01-01T00:00:00Z");
        Event event = Events.recorded(Field.AT, at);
        assertThat(event.instant(Field.AT)).isEqualTo(at);
        assertThat(event.at()).isNotEqualTo(at);
        assertThat(event.fields()).containsEntry(Field.AT, at);
    }

    @Test
    void shouldKeepTheWordOfANewerType() {
        Event event = Events.event("PROMOTED_TWICE", Field.OFFICER_ID, "o");
        assertThat(event.type()).isEqualTo(EventType.UNKNOWN);
        assertThat(event.text(Field.EVENT_TYPE)).isEqualTo("PROMOTED_TWICE");
        assertThat(EventBuilder.of(event.fields())).isEqualTo(event);
    }

    @Test
    void shouldFillInRevisionAndTenant() {
        Event event = EventBuilder.of(Events.recordedFields());
        assertThat(event.revision()).isEqualTo(1);
        assertThat(event.tenantId()).isEqualTo(Event.DEFAULT_TENANT);
        assertThat(event.details().size()).isEqualTo(1);
    }

    @Test
    void shouldRefuseMissingFieldsAndWrongTypesByReasonAndField() {
        assertRefused(Field.RECORDED_AT, null, Reason.MISSING_FIELD);
        assertRefused(Field.EVENT_ID, null, Reason.MISSING_FIELD);
        assertRefused(Field.EVENT_TYPE, null, Reason.MISSING_FIELD);
        assertRefused(Field.REVISION, 1L, Reason.WRONG_TYPE);
        assertRefused(Field.OUTSIDE, "true", Reason.WRONG_TYPE);
    }

    @Test
    void shouldRebuildAnyEventFromItsFields() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            Event event = Events.random(random);
            assertThat(EventBuilder.of(event.fields())).isEqualTo(event).hasSameHashCodeAs(event);
        }
    }

    @Test
    void shouldForgetTheFieldsOfTheDraftBefore() {
        EventDraft draft = new EventDraft();
        Events.recordedFields().forEach(draft::set);
        draft.set(Field.FROM_REPORT_ID, "r");
        draft.build();
        draft.clear();
        Events.recordedFields().forEach(draft::set);
        assertThat(draft.build()).isEqualTo(EventBuilder.of(Events.recordedFields()));
    }

    @Test
    void shouldNotShowPersonalDataAsText() {
        Event event = Events.recorded(Field.NARRATIVE, "secret");
        assertThat(event + " " + event.details()).doesNotContain("secret", "o1", "c1", "05A");
    }

    private static void assertRefused(Field field, Object value, Reason reason) {
        Map<Field, Object> fields = Events.recordedFields();
        fields.put(field, value);
        assertThatThrownBy(() -> EventBuilder.of(fields))
                .isInstanceOfSatisfying(InvalidEventException.class, e -> assertThat(e.rejection())
                        .isEqualTo(new Rejection(reason, field)));
    }
}
