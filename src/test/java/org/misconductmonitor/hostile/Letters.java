package org.misconductmonitor.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.topology.DeadLetters;

/** What the headers of a dead letter may be like, whatever the record was. */
final class Letters {
    private static final int LONGEST = 500;

    private Letters() {}

    static void assertPlain(Headers headers, String what) {
        for (String name :
                new String[] {DeadLetters.REASON, DeadLetters.MESSAGE, DeadLetters.PUBLISHER, DeadLetters.TOPIC}) {
            Messages.assertPlain(DeadLetters.text(headers, name), LONGEST, what);
        }
        String field = DeadLetters.text(headers, DeadLetters.FIELD);
        if (field != null) {
            assertThat(Field.named(field)).as(what).isPresent();
        }
        assertThat(headers.headers(DeadLetters.REASON)).as(what).hasSize(1);
        assertThat(DeadLetters.text(headers, DeadLetters.MESSAGE)).as(what).doesNotContain("forged");
    }
}
