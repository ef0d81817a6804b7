package org.misconductmonitor.topology;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.misconductmonitor.engine.Effects;
import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.StoredFact;

/**
 * The facts of a month as they are to be stored. In a month of many facts one more is put behind what is there, and only
 * now and then all are written anew, as one block, which is smaller: so that a fact costs the same however many there are.
 */
final class MonthBlocks {
    /** Fewer are always written anew. */
    private static final int MANY = 64;

    private static final int SHARE = 8;

    private MonthBlocks() {}

    /**
     * @param effects what has changed the state last
     * @param stored what is stored of a month, or null
     * @return null if none is left
     */
    static byte[] of(OfficerState state, Effects effects, YearMonth month, Function<YearMonth, byte[]> stored) {
        int count = state.countOf(month);
        if (effects.added() != null
                && effects.removed() == null
                && effects.erased().isEmpty()
                && count % Math.max(MANY, Integer.highestOneBit(count) / SHARE) > 0
                && count > MANY) {
            byte[] before = stored.apply(month);
            byte[] added = EventCodec.encode(List.of(effects.added()));
            if (before.length + added.length <= Limits.MAX_STORED_BYTES) {
                byte[] both = Arrays.copyOf(before, before.length + added.length);
                System.arraycopy(added, 0, both, before.length, added.length);
                return both;
            }
        }
        List<StoredFact> facts = state.factsOf(month);
        return facts.isEmpty() ? null : EventCodec.encode(facts);
    }
}
