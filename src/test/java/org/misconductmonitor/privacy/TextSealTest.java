package org.misconductmonitor.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;

class TextSealTest {
    private static final Event EVENT = EventJson.read("{\"eventType\":\"LEFT\",\"eventId\":\"e1\",\"officerId\":\"o1\","
            + "\"at\":\"2026-01-01T00:00:00Z\",\"narrative\":\"said too much\",\"reason\":\"RESIGNED\"}");

    @TempDir
    private Path directory;

    private FileKeyVault vault;
    private TextSeal seal;

    @BeforeEach
    void open() {
        vault = new FileKeyVault(directory.resolve("vault"), KeyFile.create(directory.resolve("keys")));
        seal = new TextSeal(vault);
    }

    @Test
    void shouldSealWordsAndLeaveCodes() {
        Event closed = seal.seal(EVENT);

        assertThat(closed.text(Field.NARRATIVE)).startsWith("enc:v1:").doesNotContain("said");
        assertThat(closed.text(Field.REASON)).isEqualTo("RESIGNED");
        assertThat(FreeText.isReadable(closed)).isFalse();
        assertThat(seal.open(closed)).isEqualTo(EVENT);
    }

    @Test
    void shouldSealLabelsOfCategoriesAndDisciplines() {
        Event labelled = EVENT.with(Map.of(
                Field.CATEGORY_TEXT, "Hit a man", Field.DISCIPLINE_TEXT, "To go by Friday", Field.CATEGORY, "05K"));

        Event closed = seal.seal(labelled);

        assertThat(closed.text(Field.CATEGORY_TEXT)).startsWith("enc:v1:");
        assertThat(closed.text(Field.DISCIPLINE_TEXT)).startsWith("enc:v1:");
        assertThat(closed.text(Field.CATEGORY)).isEqualTo("05K");
        assertThat(seal.open(closed)).isEqualTo(labelled);
    }

    @Test
    void shouldMakeTheSameOfTheSameEventAndAnotherOfAnother() {
        String text = seal.seal(EVENT).text(Field.NARRATIVE);

        assertThat(seal.seal(EVENT).text(Field.NARRATIVE)).isEqualTo(text);
        assertThat(seal.seal(EVENT.with(Map.of(Field.EVENT_ID, "e2"))).text(Field.NARRATIVE))
                .isNotEqualTo(text);
    }

    @Test
    void shouldNotSealTwice() {
        Event closed = seal.seal(EVENT);

        assertThat(seal.seal(closed)).isSameAs(closed);
    }

    @Test
    void shouldNotOpenInAnotherPlace() {
        String text = seal.seal(EVENT).text(Field.NARRATIVE);

        assertThat(seal.open(EVENT.with(Map.of(Field.EVENT_ID, "e2", Field.NARRATIVE, text)))
                        .text(Field.NARRATIVE))
                .isEqualTo(text);
        assertThat(seal.open(EVENT.with(Map.of(Field.CONDITIONS, text))).text(Field.CONDITIONS))
                .isEqualTo(text);
        assertThat(seal.open(EVENT.with(Map.of(Field.OFFICER_ID, "o2", Field.NARRATIVE, text)))
                        .text(Field.NARRATIVE))
                .isEqualTo(text);
    }

    @Test
    void shouldNotOpenWhatWasChanged() {
        String text = seal.seal(EVENT).text(Field.NARRATIVE);
        int middle = text.length() - 12;
        String changed =
                text.substring(0, middle) + (text.charAt(middle) == 'A' ? 'B' : 'A') + text.substring(middle + 1);

        assertThat(seal.open(EVENT.with(Map.of(Field.NARRATIVE, changed))).text(Field.NARRATIVE))
                .isEqualTo(changed);
    }

    @Test
    void shouldLoseTheTextsOfADestroyedKeyAndNoOthers() {
        Event other = EVENT.with(Map.of(Field.OFFICER_ID, "o2"));
        Event closed = seal.seal(EVENT);
        Event otherClosed = seal.seal(other);

        assertThat(vault.destroy(EVENT.subject().storeKey())).isTrue();

        assertThat(seal.open(closed)).isEqualTo(closed);
        assertThat(seal.open(otherClosed)).isEqualTo(other);
        assertThat(vault.destroy(EVENT.subject().storeKey())).isFalse();
    }

    @Test
    void shouldGiveANewKeyAfterTheOldOneWasDestroyed() {
        Event closed = seal.seal(EVENT);
        vault.destroy(EVENT.subject().storeKey());

        Event again = seal.seal(EVENT);

        assertThat(seal.open(again)).isEqualTo(EVENT);
        assertThat(seal.open(closed)).isEqualTo(closed);
    }

    @Test
    void shouldSealWhatReviewersWrite() {
        Subject officer = Subject.ofOfficer("o1");

        String text = seal.seal(officer, "alert", "comment", "she knew");

        assertThat(text).doesNotContain("knew");
        assertThat(seal.open(officer, "alert", "comment", text)).contains("she knew");
        assertThat(seal.open(officer, "alert", "statement", text)).isEmpty();
        assertThat(seal.seal(officer, "alert", "comment", null)).isNull();
    }
}
