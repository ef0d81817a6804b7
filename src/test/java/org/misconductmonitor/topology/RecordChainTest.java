package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Publishers and auditors compute the chain with programs of their own: it may never change. */
class RecordChainTest {
    private static final byte[] KEY = {'o', '1'};

    private final RecordChain chain = new RecordChain();

    @Test
    void shouldBeWhatAnotherProgramComputes() {
        // Python: sha256(before + pack('>q', offset) + pack('>i', len(key)) + key + pack('>i', len(value)) + value)
        assertThat(of(record(0, KEY, 1, 2, 3), record(2, null)))
                .isEqualTo("05929b545971bc3856e9b19086bb9f76909ec70462db198cfce84f3ac6f1325b");
    }

    @Test
    void shouldShowWhatWasLostRepeatedReorderedOrChanged() {
        Origin first = record(0, KEY, 1);
        Origin second = record(1, KEY, 2);
        Origin third = record(2, KEY, 3);

        assertThat(List.of(
                        of(first, second, third),
                        of(first, third),
                        of(first, second, second, third),
                        of(second, first, third),
                        of(first, record(1, KEY, 9), third),
                        of(first, record(1, null, 2), third),
                        of(first, second)))
                .doesNotHaveDuplicates();
    }

    private String of(Origin... records) {
        byte[] link = null;
        for (Origin record : records) {
            link = chain.link(link, record);
        }
        return HexFormat.of().formatHex(link);
    }

    /** @param value no bytes: none at all, as of a tombstone */
    private static Origin record(long offset, byte[] key, int... value) {
        byte[] bytes = value.length == 0 ? null : new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            bytes[i] = (byte) value[i];
        }
        return new Origin("topic", 0, offset, 0, "publisher", key, bytes, new RecordHeaders());
    }
}
