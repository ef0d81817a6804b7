package org.misconductmonitor.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;

/** How long before the end of the matter, and before the officer left, alerts came. */
final class LeadTimes {
    private final Records records;
    private final Findings findings;

    LeadTimes(Records records, Findings findings) {
        this.records = records;
        this.findings = findings;
    }

    List<Long> toOutcome(List<Raising> raisings) {
        return raisings.stream()
                .map(raising -> days(raising, endOfLatestCase(raising.first())))
                .filter(Objects::nonNull)
                .toList();
    }

    List<Long> toLeaving(List<Raising> raisings) {
        return raisings.stream()
                .map(raising -> days(raising, leaving(raising)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Long days(Raising raising, Instant then) {
        return then == null ? null : Days.between(raising.raisedAt(), then);
    }

    private Instant endOfLatestCase(Alert alert) {
        List<Evidence> evidence = alert.evidence();
        for (int i = evidence.size() - 1; i >= 0; i--) {
            Set<OfficerCase.Id> ids = records.casesOf(alert.subject(), evidence.get(i));
            if (!ids.isEmpty()) {
                return end(ids);
            }
        }
        return null;
    }

    /** The last of them, unless one is open. */
    private Instant end(Set<OfficerCase.Id> ids) {
        Instant end = null;
        for (OfficerCase.Id id : ids) {
            OfficerCase flagged = records.find(id);
            Instant ended = flagged == null ? null : flagged.endedAt(findings);
            if (ended == null) {
                return null;
            }
            end = end == null || ended.isAfter(end) ? ended : end;
        }
        return end;
    }

    private Instant leaving(Raising raising) {
        Career career = records.career(raising.first().subject());
        return career == null ? null : career.leftAround(raising.raisedAt());
    }
}
