package org.misconductmonitor.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Field;

class FreeTextTest {
    private static final Event EVENT = EventJson.read("{\"eventType\":\"LEFT\",\"eventId\":\"e1\",\"officerId\":\"o1\","
            + "\"at\":\"2026-01-01T00:00:00Z\",\"authority\":\"Chief Smith\",\"reason\":\"RESIGNED\"}");

    @Test
    void shouldKeepEverythingWhereTextIsKeptClear() {
        assertThat(FreeText.CLEAR.kept(EVENT)).isSameAs(EVENT);
    }

    @Test
    void shouldOnlySayThatThereWasSomeText() {
        Event kept = FreeText.SEALED.kept(EVENT);

        assertThat(kept.text(Field.AUTHORITY)).isEqualTo(FreeText.WITHHELD);
        assertThat(kept.text(Field.REASON)).isEqualTo("RESIGNED");
        assertThat(FreeText.SEALED.kept(kept)).isSameAs(kept);
    }

    @Test
    void shouldKeepNoLabelInSomebodysOwnWords() {
        Event labelled = EVENT.with(Map.of(
                Field.CATEGORY_TEXT, "What J. Smith did in the van",
                Field.DISCIPLINE_TEXT, "NO_ACTION_TAKEN",
                Field.CATEGORY, "ANY"));

        Event kept = FreeText.SEALED.kept(labelled);

        assertThat(kept.text(Field.CATEGORY_TEXT)).isEqualTo(FreeText.WITHHELD);
        assertThat(kept.text(Field.DISCIPLINE_TEXT)).isEqualTo("NO_ACTION_TAKEN");
        assertThat(kept.text(Field.CATEGORY)).isEqualTo("ANY");
    }

    @Test
    void shouldNotBeFooledByWhatLooksSealed() {
        assertThat(FreeText.SEALED.kept("enc:v1:he hit me")).isEqualTo(FreeText.WITHHELD);
        assertThat(FreeText.SEALED.kept("enc:v1:0123456789abcdef:he-hit-me")).isEqualTo(FreeText.WITHHELD);
    }
}
