package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.engine.Effects;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.RuleSet;

/** Whatever is written anew and whatever is put behind: what is stored is what the record has. */
class MonthBlocksTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final int FACTS = 1_500;

    private final OfficerState state =
            new OfficerState(Subject.ofTenant("T"), Evaluators.of(RuleSet.NONE), List.of(), List.of(), Instant.MIN);
    private byte[] stored;
    private int writtenAnew;

    @Test
    void shouldStoreEveryFactAndSeldomWriteAllAnew() {
        for (int i = 0; i < FACTS; i++) {
            take(heartbeat(i, 1, "hr"));
            assertStored();
        }

        assertThat(writtenAnew).isLessThan(FACTS / 10);
    }

    @Test
    void shouldStoreWhatACorrectionLeaves() {
        for (int i = 0; i < 200; i++) {
            take(heartbeat(i, 1, "hr"));
        }

        take(heartbeat(77, 2, "hotline"));
        assertStored();
        take(heartbeat(200, 1, "hr"));

        assertStored();
    }

    private void take(Event event) {
        Effects effects = state.accept(event, START);
        stored = MonthBlocks.of(state, effects, MARCH, month -> {
            writtenAnew--;
            return stored;
        });
        writtenAnew += state.countOf(MARCH) > 64 ? 1 : 0;
    }

    private void assertStored() {
        assertThat(EventCodec.decode(stored)).containsExactlyInAnyOrderElementsOf(state.factsOf(MARCH));
    }

    private static Event heartbeat(int number, int revision, String publisher) {
        return EventBuilder.of(Map.of(
                Field.EVENT_TYPE,
                "PUBLISHER_HEARTBEAT",
                Field.EVENT_ID,
                "heartbeat-" + number,
                Field.REVISION,
                revision,
                Field.TENANT_ID,
                "T",
                Field.PUBLISHER_ID,
                publisher,
                Field.AT,
                START.plusSeconds(number)));
    }
}
