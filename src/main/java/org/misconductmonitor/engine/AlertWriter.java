package org.misconductmonitor.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Rule;

/** Turns a level reached into an alert that explains itself. */
final class AlertWriter {
    /** What evidence shows besides ids and times. */
    static final Set<Field> EVIDENCE_FIELDS =
            Collections.unmodifiableSet(EnumSet.of(Field.CASE_ID, Field.CATEGORY, Field.GROUP, Field.FORCE));

    private static final int ID_BYTES = 16;

    private final Subject subject;
    private final OfficerRecord record;

    AlertWriter(Subject subject, OfficerRecord record) {
        this.subject = subject;
        this.record = record;
    }

    /** The alert as it is first raised. */
    Alert raised(Evaluator evaluator, Firing firing, String alertId, int revision, Cause cause) {
        List<Observation> facts = firing.evidence().stream().map(record::seen).toList();
        Rule rule = evaluator.rule();
        boolean latestOutcome = evaluator.showsLatestOutcome();
        List<Evidence> evidence = facts.stream()
                .map(fact -> evidence(evaluator, fact, firing, latestOutcome))
                .toList();
        return new Alert(
                alertId,
                revision,
                Alert.Transition.RAISED,
                new Alert.RuleRef(rule.id(), rule.version(), rule.title(), rule.status() == Rule.Status.SHADOW),
                firing.level(),
                firing.levelIndex(),
                facts.get(facts.size() - 1).event().tenantId(),
                subject,
                firing.firedAt(),
                cause.asOf(),
                firing.count(),
                firing.threshold(),
                firing.windowStart(),
                firing.windowEnd(),
                evidence,
                Explanation.of(subject, evaluator, firing, evidence),
                firing.dueBy(),
                strictest(facts),
                null,
                firing.part(),
                null);
    }

    /**
     * Identity of an alert that has no earlier one to continue.
     *
     * @param attempt 0, or more where the identity is taken by an alert with other evidence
     */
    String freshId(Evaluator evaluator, Firing firing, int attempt) {
        String trigger = Firing.eventId(firing.trigger());
        String text = String.join(
                "\n", evaluator.rule().id(), subject.storeKey(), firing.level(), trigger, Integer.toString(attempt));
        if (firing.part() != null) {
            text += '\n' + firing.part();
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Evidence evidence(Evaluator evaluator, Observation fact, Firing firing, boolean latestOutcome) {
        return new Evidence(
                fact.event().allegationId(),
                fact.text(Field.CASE_ID),
                fact.eventId(),
                evaluator.order(fact).at(),
                fact.text(Field.CATEGORY),
                fact.text(Field.GROUP),
                fact.text(Field.FORCE),
                latestOutcome ? Outcome.latest(fact.outcomes()) : Outcome.knownAt(fact.outcomes(), firing.firedAt()));
    }

    private static Alert.Handling strictest(List<Observation> facts) {
        Alert.Handling strictest = Alert.Handling.OPEN;
        for (Observation fact : facts) {
            Alert.Handling handling = handling(fact.text(Field.HANDLING));
            if (handling.compareTo(strictest) > 0) {
                strictest = handling;
            }
        }
        return strictest;
    }

    /** A word of a newer publisher is treated as the strictest: showing too little can be mended. */
    private static Alert.Handling handling(String word) {
        if (word == null) {
            return Alert.Handling.OPEN;
        }
        return switch (word) {
            case "OPEN" -> Alert.Handling.OPEN;
            case "CONFIDENTIAL" -> Alert.Handling.CONFIDENTIAL;
            default -> Alert.Handling.COVERT;
        };
    }
}
