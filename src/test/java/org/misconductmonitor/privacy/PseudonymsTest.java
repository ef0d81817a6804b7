package org.misconductmonitor.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Field;

class PseudonymsTest {
    @TempDir
    private Path directory;

    @Test
    void shouldNameEveryPersonAndNothingElse() {
        Pseudonyms pseudonyms = KeyFile.create(directory.resolve("keys")).pseudonyms();
        Event event = EventJson.read(
                "{\"eventType\":\"REASSIGNED\",\"eventId\":\"e1\",\"officerId\":\"PC1234\","
                        + "\"at\":\"2026-01-01T00:00:00Z\",\"toOfficerId\":\"PC99\",\"handlerId\":\"DS7\",\"allegationId\":\"a1\"}");

        Event named = pseudonyms.of(event);

        assertThat(EventJson.write(named))
                .doesNotContain("PC1234", "PC99", "DS7")
                .contains("a1", "e1");
        assertThat(named.officerId()).isEqualTo(pseudonyms.of("PC1234")).isEqualTo(pseudonyms.of(" PC1234 "));
        assertThat(named.text(Field.TO_OFFICER_ID)).isEqualTo(pseudonyms.of("PC99"));
        assertThat(pseudonyms.of("PC1234")).startsWith(pseudonyms.keyId() + "-").hasSizeGreaterThan(32);
    }

    @Test
    void shouldMakeOthersWithANewKeyAndStillKnowTheOld() {
        Path file = directory.resolve("keys");
        Pseudonyms before = KeyFile.create(file).pseudonyms();

        KeyFile.read(file).rotate(KeyFile.Purpose.PSEUDONYM);

        KeyFile keys = KeyFile.read(file);
        assertThat(keys.pseudonyms().of("PC1")).isNotEqualTo(before.of("PC1"));
        assertThat(keys.pseudonyms(before.keyId()).of("PC1")).isEqualTo(before.of("PC1"));
    }
}
