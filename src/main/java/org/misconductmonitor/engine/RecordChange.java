package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a new fact changed in a record.
 *
 * @param shifts facts that rules now see otherwise
 * @param handovers facts that now belong to another record, or no longer do
 */
record RecordChange(List<Shift> shifts, List<Handover> handovers) {
    static final RecordChange NONE = new RecordChange(List.of(), List.of());

    /**
     * One fact, seen otherwise.
     *
     * @param before as seen until now, or null if it did not count
     * @param after as seen from now on, or null if it does not count any more
     */
    record Shift(Observation before, Observation after) {
        /** A fact that nobody saw before. */
        boolean isNew() {
            return before == null;
        }
    }

    static final class Builder {
        private final Map<String, Observation> seen = new LinkedHashMap<>();
        private final Map<String, Handover> away = new LinkedHashMap<>();
        private final List<Shift> shifts = new ArrayList<>(2);
        private final List<Handover> handovers = new ArrayList<>(0);

        void before(String key, Observation observation, Handover handover) {
            seen.put(key, observation);
            away.put(key, handover);
        }

        void after(String key, Observation observation, Handover handover) {
            shift(seen.remove(key), observation);
            handOver(away.remove(key), handover);
        }

        RecordChange build() {
            seen.values().forEach(observation -> shift(observation, null));
            away.values().forEach(handover -> handOver(handover, null));
            return shifts.isEmpty() && handovers.isEmpty() ? NONE : new RecordChange(shifts, handovers);
        }

        private void shift(Observation before, Observation after) {
            if (before != null || after != null) {
                shifts.add(new Shift(before, after));
            }
        }

        private void handOver(Handover before, Handover after) {
            if (before != null && (after == null || !before.samePlace(after))) {
                handovers.add(before.takenBack());
            }
            if (after != null && !after.equals(before)) {
                handovers.add(after);
            }
        }
    }
}
