package org.misconductmonitor.topology;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.Effects;
import org.misconductmonitor.engine.OfficerState;

/**
 * What a record is to change, in the bytes that will be stored: nothing can fail any more but the stores themselves.
 *
 * @param effects what it does
 * @param months facts of each month that changes
 * @param alerts transitions as they are stored
 */
record Decision(Effects effects, List<Month> months, List<StoredAlert> alerts) {
    /**
     * Facts of a month.
     *
     * @param month the month
     * @param facts encoded; null if none is left
     */
    record Month(YearMonth month, byte[] facts) {}

    /**
     * A transition as it is stored.
     *
     * @param alert the transition
     * @param bytes encoded
     */
    record StoredAlert(Alert alert, byte[] bytes) {}

    /**
     * Lets the arrival take effect on the state in memory and encodes what follows.
     *
     * @param stored the facts of a month of the subject as they are stored, or null
     */
    static Decision on(
            OfficerState state,
            Arrival.Fact arrival,
            Instant asOf,
            AlertCodec codec,
            Function<YearMonth, byte[]> stored) {
        Effects effects = arrival.reach(state, asOf);
        List<Month> months = new ArrayList<>(1);
        for (YearMonth month : months(effects)) {
            months.add(new Month(month, MonthBlocks.of(state, effects, month, stored)));
        }
        return new Decision(effects, months, encode(effects.alerts(), codec));
    }

    static List<StoredAlert> encode(List<Alert> alerts, AlertCodec codec) {
        List<StoredAlert> encoded = new ArrayList<>(alerts.size());
        for (Alert alert : alerts) {
            encoded.add(new StoredAlert(alert, codec.encode(alert.isForgotten() ? alert.identity() : alert)));
        }
        return encoded;
    }

    /** Whether brokers would refuse any part of it. */
    boolean isTooLarge() {
        return months.stream().anyMatch(month -> month.facts != null && month.facts.length > Limits.MAX_STORED_BYTES)
                || alerts.stream().anyMatch(alert -> alert.bytes.length > Limits.MAX_ALERT_BYTES);
    }

    private static Collection<YearMonth> months(Effects effects) {
        if (!effects.erased().isEmpty()) {
            Set<YearMonth> months = new TreeSet<>();
            months.add(effects.added().month());
            effects.erased().forEach(gone -> months.add(gone.month()));
            return months;
        }
        YearMonth added = effects.added() == null ? null : effects.added().month();
        YearMonth removed = effects.removed() == null ? null : effects.removed().month();
        if (added == null || removed == null || added.equals(removed)) {
            YearMonth one = added == null ? removed : added;
            return one == null ? List.of() : List.of(one);
        }
        return List.of(added, removed);
    }
}
