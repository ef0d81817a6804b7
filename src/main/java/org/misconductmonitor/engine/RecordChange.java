package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.List;

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

    /** Remembers how facts were before they are looked at again. */
    static final class Builder {
        private final List<OfficerRecord.Entry> entries;
        private final Observation[] seen;
        private final Handover[] away;
        private final List<Shift> shifts;
        private final List<Handover> handovers = new ArrayList<>(0);

        /** @param entries facts that may look otherwise afterwards */
        Builder(List<OfficerRecord.Entry> entries) {
            this.entries = entries;
            this.seen = new Observation[entries.size()];
            this.away = new Handover[entries.size()];
            this.shifts = new ArrayList<>(entries.size() + 1);
            for (int i = 0; i < seen.length; i++) {
                seen[i] = entries.get(i).seen;
                away[i] = entries.get(i).away;
            }
        }

        /**
         * Compares.
         *
         * @param gone the fact that is no longer there, as it was, or null
         * @param come the fact in its place, or null
         */
        RecordChange build(OfficerRecord.Entry gone, OfficerRecord.Entry come) {
            compare();
            shift(gone == null ? null : gone.seen, come == null ? null : come.seen);
            handOver(gone == null ? null : gone.away, come == null ? null : come.away);
            return change();
        }

        /**
         * Compares.
         *
         * @param gone the facts that are no longer there, as they were
         */
        RecordChange build(List<OfficerRecord.Entry> gone) {
            compare();
            for (OfficerRecord.Entry entry : gone) {
                shift(entry.seen, null);
                handOver(entry.away, null);
            }
            return change();
        }

        private void compare() {
            for (int i = 0; i < seen.length; i++) {
                shift(seen[i], entries.get(i).seen);
                handOver(away[i], entries.get(i).away);
            }
        }

        private RecordChange change() {
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
