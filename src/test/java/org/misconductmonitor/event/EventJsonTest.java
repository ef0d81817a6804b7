package org.misconductmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Rejection.Reason;

class EventJsonTest {
    private static final String LEFT =
            "{\"eventType\":\"LEFT\",\"eventId\":\"e\",\"officerId\":\"o\",\"at\":\"2024-05-01\"";

    @Test
    void shouldReadAllKindsOfValues() {
        Event event = EventJson.read(
                LEFT + ",\"suspensionDays\":3,\"outside\":true,\"handling\":\"NEW_WORD\",\"unit\":null}");
        assertThat(event.type()).isEqualTo(EventType.LEFT);
        assertThat(event.at()).isEqualTo(Instant.parse("2024-05-01T00:00:00Z"));
        assertThat(event.get(Field.SUSPENSION_DAYS)).isEqualTo(3);
        assertThat(event.get(Field.OUTSIDE)).isEqualTo(true);
        assertThat(event.get(Field.HANDLING))
                .as("words of newer publishers are kept")
                .isEqualTo("NEW_WORD");
        assertThat(event.get(Field.UNIT)).isNull();
    }

    @Test
    void shouldWriteCompactlyInOneOrder() {
        Event event = EventJson.read(
                "{\"reason\":\"a\\nb\",\"at\":\"2024-05-01T10:00:00+01:00\",\"eventId\":\"e\",\"eventType\":\"LEFT\"}");
        assertThat(EventJson.write(event))
                .isEqualTo("{\"eventId\":\"e\",\"eventType\":\"LEFT\",\"revision\":1,\"tenantId\":\"default\","
                        + "\"at\":\"2024-05-01T09:00:00Z\",\"reason\":\"a\\nb\"}");
    }

    @Test
    void shouldReadBackWhatItWrites() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            Event event = Events.random(random);
            assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event);
        }
    }

    @Test
    void shouldNameTheFieldThatWasProbablyMeant() {
        assertRefused(LEFT + ",\"oficerId\":\"x\"}", Reason.UNKNOWN_FIELD, "oficerId", "did you mean officerId?");
        assertRefused(LEFT + ",\"case_id\":\"x\"}", Reason.UNKNOWN_FIELD, "case_id", "did you mean caseId?");
        assertRefused(LEFT + ",\"Mr John\\nDoe\":1}", Reason.UNKNOWN_FIELD, "Mr?John?Doe", "the schemas list");
    }

    @Test
    void shouldRefuseATypingErrorInTheTypeInsteadOfLosingTheEvent() {
        String json = "{\"eventType\":\"RECORDDED\",\"eventId\":\"e\",\"recordedAt\":\"2024-05-01\"}";
        assertRefused(json, Reason.UNKNOWN_TYPE, "eventType RECORDDED", "did you mean RECORDED?");
        assertRefused(json.replace("RECORDDED", "UNKNOWN"), Reason.UNKNOWN_TYPE, "eventType UNKNOWN", "schemas");
    }

    @Test
    void shouldRefuseDuplicateFields() {
        assertRefused(LEFT + ",\"eventId\":\"e\"}", Reason.DUPLICATE_FIELD, "eventId", "leave one");
        assertRefused(LEFT + ",\"unit\":null,\"unit\":\"x\"}", Reason.DUPLICATE_FIELD, "unit", "leave one");
    }

    @Test
    void shouldRefuseWrongTypesAndSayWhatToWrite() {
        assertRefused(LEFT + ",\"unit\":19}", Reason.WRONG_TYPE, "unit", "double quotes");
        assertRefused(LEFT + ",\"unit\":{}}", Reason.WRONG_TYPE, "unit", "double quotes");
        assertRefused(LEFT + ",\"unit\":\"\\ud800\"}", Reason.WRONG_TYPE, "unit", "surrogate");
        assertRefused(LEFT + ",\"added\":\"3\"}", Reason.WRONG_TYPE, "added", "whole number");
        assertRefused(LEFT + ",\"added\":3.5}", Reason.WRONG_TYPE, "added", "whole number");
        assertRefused(LEFT + ",\"added\":3000000000}", Reason.WRONG_TYPE, "added", "whole number");
        assertRefused(LEFT + ",\"outside\":\"true\"}", Reason.WRONG_TYPE, "outside", "true or false");
        assertRefused(LEFT + ",\"dueAt\":\"2024-05-01T09:00:00\"}", Reason.WRONG_TYPE, "dueAt", "2024-05-01T09:00:00Z");
        assertRefused(LEFT + ",\"dueAt\":1714554000}", Reason.WRONG_TYPE, "dueAt", "2024-05-01T09:00:00Z");
    }

    @Test
    void shouldRefuseWhatIsNotOneObject() {
        for (String text : new String[] {"", "[]", "3", "x", "{", LEFT, LEFT + "} {}", LEFT + "}]", LEFT + ",}"}) {
            assertRefused(text, Reason.NOT_JSON, null, "");
        }
        assertRefused("{}", Reason.MISSING_FIELD, "eventType", "");
        assertRefused("{\"eventType\":\"LEFT\",\"eventId\":\"e\"}", Reason.MISSING_FIELD, "at", "");
    }

    @Test
    void shouldNeverRepeatAValueInAMessage() {
        for (String rest :
                new String[] {",\"at\":\"secret\"}", ",\"dueAt\":\"secret\"}", ",\"added\":secret}", ",secret"}) {
            assertThatThrownBy(() -> EventJson.read(LEFT + rest))
                    .isInstanceOf(EventFormatException.class)
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }
    }

    private static void assertRefused(String json, Reason reason, String field, String hint) {
        assertThatThrownBy(() -> EventJson.read(json)).isInstanceOfSatisfying(EventFormatException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.getMessage()).contains(hint);
        });
    }
}
