package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;

/** What would clear an alert: found by leaving things out of the record and judging again. */
public final class Clearing {
    /** Judging again costs a fold of the whole record for each. */
    private static final int MOST_TRIED = 100;

    private Clearing() {}

    /**
     * An allegation, a case or a fact of the evidence.
     *
     * @param kind allegation, case or fact: the first of these that the evidence names
     * @param id of it
     */
    public record Piece(String kind, String id) {
        static Piece of(Evidence evidence) {
            if (evidence.allegationId() != null) {
                return new Piece("allegation", evidence.allegationId());
            }
            return evidence.caseId() != null
                    ? new Piece("case", evidence.caseId())
                    : new Piece("fact", evidence.eventId());
        }
    }

    /**
     * Pieces of the evidence without any one of which the alert would not stand; the first hundred are tried.
     *
     * @param alert one that stands
     * @param rule in the version that raised it
     * @param facts every fact stored of the subject
     * @param now business time at which to look
     * @return an empty list if it stands without any one of them; nothing if these facts alone do not make it stand,
     *     because its rule looks at more than one subject
     */
    public static Optional<List<Piece>> pieces(Alert alert, Rule rule, List<StoredFact> facts, Instant now) {
        Evaluators evaluators = Evaluators.of(new RuleSet(List.of(rule)));
        if (!stands(alert, judged(alert.subject(), evaluators, facts, now))) {
            return Optional.empty();
        }
        Map<Piece, Set<String>> pieces = new LinkedHashMap<>();
        alert.evidence()
                .forEach(evidence -> pieces.merge(Piece.of(evidence), Set.of(evidence.eventId()), Clearing::union));
        List<Piece> clearing = new ArrayList<>();
        pieces.entrySet().stream().limit(MOST_TRIED).forEach(piece -> {
            List<StoredFact> rest = facts.stream()
                    .filter(fact -> !piece.getValue().contains(fact.event().eventId()))
                    .toList();
            if (!stands(alert, judged(alert.subject(), evaluators, rest, now))) {
                clearing.add(piece.getKey());
            }
        });
        return Optional.of(clearing);
    }

    private static Collection<Alert> judged(
            Subject subject, Evaluators evaluators, List<StoredFact> facts, Instant now) {
        OfficerState state = new OfficerState(subject, evaluators, facts, List.of(), Instant.MIN);
        state.reevaluate(new Cause(now, null));
        state.advance(now);
        return state.standing();
    }

    /** As the differ has it: an alert goes on as one of its rule and level with which it shares evidence. */
    private static boolean stands(Alert alert, Collection<Alert> standing) {
        Set<String> evidence = alert.evidence().stream().map(Evidence::eventId).collect(Collectors.toSet());
        return standing.stream()
                .anyMatch(other -> other.level().equals(alert.level())
                        && Objects.equals(other.part(), alert.part())
                        && other.evidence().stream().map(Evidence::eventId).anyMatch(evidence::contains));
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }
}
