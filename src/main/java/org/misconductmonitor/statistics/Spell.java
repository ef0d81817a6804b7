package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.misconductmonitor.engine.Observation;
import org.misconductmonitor.engine.Outcome;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.TimeBasis;

/**
 * A while.
 *
 * @param from inclusive
 * @param until exclusive; null: it has not ended
 */
record Spell(Instant from, Instant until) {
    boolean holdsBefore(Instant end) {
        return from.isBefore(end) && (until == null || !until.isBefore(end));
    }

    /** When an officer-allegation was open: from its RECORDED fact until it is decided, and again when it is reopened. */
    static List<Spell> ofAllegation(Observation recorded) {
        Instant start = recorded.time(TimeBasis.RECORDED_AT);
        List<Spell> spells = new ArrayList<>(1);
        if (recorded.outcomes().isEmpty() && recorded.text(Field.FINDING) != null) {
            return spells;
        }
        Instant from = start;
        for (Outcome outcome : recorded.outcomes()) {
            if (outcome.decided() && from != null) {
                if (outcome.at().isAfter(from)) {
                    spells.add(new Spell(from, outcome.at()));
                }
                from = null;
            } else if (!outcome.decided() && from == null) {
                from = outcome.at().isBefore(start) ? start : outcome.at();
            }
        }
        if (from != null) {
            spells.add(new Spell(from, null));
        }
        return spells;
    }

    /** The times at which at least one of them holds. */
    static List<Spell> union(List<Spell> spells) {
        List<Spell> united = new ArrayList<>();
        for (Spell spell :
                spells.stream().sorted(Comparator.comparing(Spell::from)).toList()) {
            Spell last = united.isEmpty() ? null : united.get(united.size() - 1);
            if (last == null || (last.until != null && last.until.isBefore(spell.from))) {
                united.add(spell);
            } else if (last.until != null && (spell.until == null || spell.until.isAfter(last.until))) {
                united.set(united.size() - 1, new Spell(last.from, spell.until));
            }
        }
        return united;
    }
}
