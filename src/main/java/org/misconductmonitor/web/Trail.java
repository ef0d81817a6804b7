package org.misconductmonitor.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.RecordView;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.query.AuditTrail;
import org.misconductmonitor.query.UnavailableException;
import org.misconductmonitor.topology.AuditEntry;

/**
 * What one request touches of people's records. It is written to the audit log before anything is answered or done; if
 * that fails, nothing is.
 */
final class Trail {
    /** Header in which callers may say why they ask. */
    static final String REASON = "Audit-Reason";

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:/#-]{1,100}");
    private static final String ALERT = "alert";

    private final AuditTrail audit;
    private final Caller caller;
    private final Operation operation;
    private final String justification;
    private final Map<Touched, Integer> shown = new LinkedHashMap<>();
    private final Set<Touched> altered = new HashSet<>();

    /** @param officerId null: about no officer */
    private record Touched(String tenantId, String officerId, String resource, String resourceId) {
        static Touched of(Alert alert) {
            boolean officer = alert.subject().kind() == Subject.Kind.OFFICER;
            return new Touched(alert.tenantId(), officer ? alert.subject().id() : null, ALERT, alert.alertId());
        }
    }

    /**
     * Takes nothing down yet.
     *
     * @param reason as the caller gave it, or null
     * @throws ProblemException if it is no reference
     */
    Trail(AuditTrail audit, Caller caller, Operation operation, String reason) {
        this.audit = audit;
        this.caller = caller;
        this.operation = operation;
        this.justification = reason == null || reason.isBlank() ? null : reference(reason.strip());
    }

    /** An alert is about to be told. */
    void shows(Alert alert) {
        shown.putIfAbsent(Touched.of(alert), 1);
    }

    /** Something that follows from these facts of a record is about to be told. */
    void shows(RecordView record) {
        Map<String, Long> facts = record.facts().stream()
                .collect(Collectors.groupingBy(fact -> fact.event().tenantId(), Collectors.counting()));
        if (facts.isEmpty()) {
            shows(AuditEntry.UNKNOWN_TENANT, record.subject().id(), 0);
        }
        facts.forEach((tenant, count) -> shows(tenant, record.subject().id(), count.intValue()));
    }

    /** The same of so many facts of one tenant. */
    void shows(String tenantId, String officerId, int facts) {
        shown.putIfAbsent(new Touched(tenantId, officerId, "record", null), facts);
    }

    /** How many alerts there are about somebody is about to be told, even if there are none. */
    void looksFor(Collection<String> officers) {
        officers.forEach(
                officer -> shown.putIfAbsent(new Touched(AuditEntry.UNKNOWN_TENANT, officer, "alerts", null), 0));
    }

    /** The log itself is about to be told of. */
    void showsLog(Collection<String> officers, int entries) {
        String officer = officers.size() == 1 ? officers.iterator().next() : null;
        shown.put(new Touched(AuditEntry.UNKNOWN_TENANT, officer, "audit", null), entries);
    }

    /**
     * These are about to be acted on.
     *
     * @throws UnavailableException if that cannot be written: it must not be done
     */
    void alters(List<Alert> alerts) {
        List<Touched> touched = alerts.stream().map(Touched::of).toList();
        audit.write(touched.stream()
                .map(one -> entry(AuditEntry.Operation.ALTERATION, one, 1, AuditEntry.Outcome.ASKED))
                .toList());
        altered.addAll(touched);
    }

    /** The same of dead letters that are about to be published again: that topic says which ones were. */
    void replays(List<String> letters) {
        Touched touched = new Touched(
                AuditEntry.UNKNOWN_TENANT, null, "dead-letter", letters.size() == 1 ? letters.get(0) : null);
        audit.write(List.of(entry(AuditEntry.Operation.ALTERATION, touched, letters.size(), AuditEntry.Outcome.ASKED)));
    }

    /**
     * Everything that was to be told is about to go out as an answer.
     *
     * @throws UnavailableException if that cannot be written: it must not go out
     */
    void answered() {
        write(AuditEntry.Operation.CONSULTATION);
    }

    /** The same where nobody asks for each: it is sent. */
    void disclosed() {
        write(AuditEntry.Operation.DISCLOSURE);
    }

    private void write(AuditEntry.Operation what) {
        shown.keySet().removeAll(altered);
        Set<String> named = shown.keySet().stream()
                .filter(one -> one.resource().equals(ALERT))
                .map(Touched::officerId)
                .collect(Collectors.toSet());
        List<AuditEntry> entries = new ArrayList<>();
        shown.forEach((one, records) -> {
            boolean saidAlready = one.resource().equals("alerts") && named.contains(one.officerId());
            if (!saidAlready) {
                entries.add(entry(what, one, records, AuditEntry.Outcome.ANSWERED));
            }
        });
        shown.clear();
        audit.write(entries);
    }

    /**
     * The request is refused. That somebody may not ask tells nothing and does not wait for the log; that there is
     * nothing does.
     *
     * @param officerId as it was asked for, or null
     * @param alertId as it was asked for, or null
     */
    void refused(ProblemType why, String officerId, String alertId) {
        boolean forbidden = why == ProblemType.FORBIDDEN;
        boolean aboutPeople = operation.isAboutPeople();
        if (!aboutPeople || !forbidden && why != ProblemType.NOT_FOUND) {
            return;
        }
        Touched asked = new Touched(
                AuditEntry.UNKNOWN_TENANT,
                officerId == null ? null : Texts.shown(officerId),
                alertId == null ? "record" : ALERT,
                alertId == null ? null : Texts.shown(alertId));
        AuditEntry entry = entry(
                operation.method().equals("GET") ? AuditEntry.Operation.CONSULTATION : AuditEntry.Operation.ALTERATION,
                asked,
                0,
                forbidden ? AuditEntry.Outcome.FORBIDDEN : AuditEntry.Outcome.NOT_FOUND);
        try {
            audit.write(List.of(entry));
        } catch (UnavailableException e) {
            if (!forbidden) {
                throw e;
            }
        }
    }

    private AuditEntry entry(AuditEntry.Operation what, Touched one, int records, AuditEntry.Outcome outcome) {
        return new AuditEntry(
                UUID.randomUUID().toString(),
                what,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                caller.name(),
                what == AuditEntry.Operation.DISCLOSURE ? caller.name() : null,
                one.tenantId(),
                one.officerId(),
                one.resource(),
                one.resourceId(),
                records,
                justification,
                operation.id(),
                caller.roles().stream().map(AccessTable::word).sorted().toList(),
                outcome);
    }

    /** The log is kept for ever and cannot be erased from: what people write about people must not be in it. */
    private static String reference(String reason) {
        if (!REFERENCE.matcher(reason).matches()) {
            throw ProblemException.of(
                    ProblemType.INVALID_REQUEST,
                    REASON + " must be a reference such as CASE-17, up to 100 of A-Z a-z 0-9 . _ : / # and -, without"
                            + " spaces: the audit log is kept for ever, so it takes nobody's own words");
        }
        return reason;
    }
}
