package org.misconductmonitor.backtest;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.misconductmonitor.engine.Observation;
import org.misconductmonitor.event.Subject;

/** One case as far as one officer is concerned: the unit in which precision is counted. */
final class OfficerCase {
    /**
     * Which case of whom.
     *
     * @param officer in whose record it is
     * @param caseId the case
     */
    record Id(Subject officer, String caseId) {}

    private record Decision(String finding, Instant at) {}

    private final Map<String, Decision> byAllegation = new TreeMap<>();

    void add(Observation fact) {
        byAllegation.put(fact.event().allegationId(), new Decision(fact.finding(), fact.decidedAt()));
    }

    CaseOutcome outcome(Findings findings) {
        return decisions()
                .map(decision -> findings.of(decision.finding))
                .min(Comparator.naturalOrder())
                .orElse(CaseOutcome.VOID);
    }

    /** @return when the last allegation was decided, or null if the case is open */
    Instant endedAt(Findings findings) {
        return outcome(findings).ended()
                ? decisions()
                        .map(Decision::at)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    /** Whether nobody had decided all of it by then. */
    boolean wasOpenAt(Instant at) {
        return decisions().anyMatch(decision -> decision.at == null || decision.at.isAfter(at));
    }

    private Stream<Decision> decisions() {

        return byAllegation.values().stream();
    }
}
