package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.Sha256;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.event.Texts;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.privacy.TextSeal;
import org.misconductmonitor.topology.AuditEntry;
import org.misconductmonitor.topology.AuditLog;
import org.misconductmonitor.topology.Publisher;
import org.misconductmonitor.topology.TransactionalIds;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code privacy decide}: whether a case has to be kept. */
@Command(
        name = "decide",
        description = {
            "Records whether a case has to be kept, as a RETENTION_REVIEWED event, after writing so to the audit topic.",
            "RETAIN keeps it, until the next review. RESTRICT keeps it, but out of every count and alert (RESTRICTED)."
                    + " ERASE says that it must go: 'privacy erase' then erases the record.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 recorded, or it was before; 1 nothing is known of the case, another decision came after this"
                    + " one, or failed; 2 wrong arguments or configuration."
        },
        sortOptions = false)
final class PrivacyDecideCommand implements Callable<Integer> {
    private static final int ID_BYTES = 12;

    @Option(names = "--case", required = true, paramLabel = "ID", description = "The case.")
    private String caseId;

    @Option(
            names = "--officer",
            required = true,
            paramLabel = "ID",
            description = "Pseudonym of whose record it is in.")
    private String officerId;

    @Option(names = "--decision", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private RetentionDecision.Kind decision;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "RETAIN: when to review it again. Default: as the retention schedule says.")
    private Instant until;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why: a code, or with privacy.vault any text, which is sealed.")
    private String reason;

    @Option(names = "--by", required = true, paramLabel = "ID", description = "Pseudonym of who decides.")
    private String actor;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description =
                    "eventId of the decision. Default: made from officer, case, decision and day, so that sending it"
                            + " again changes nothing.")
    private String id;

    @Option(names = "--dry-run", description = "Say what would be recorded; write nothing.")
    private boolean dryRun;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        MonitorConfig config = connection.load();
        Optional<TextSeal> seal = config.privacy().seal();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        check(seal, now);
        ConfiguredSerdes serdes = ConfiguredSerdes.from(config.passThrough().serdes());
        if (dryRun) {
            return decide(config, seal, serdes, now, null);
        }
        // Before anything is read: of two at the same moment the one that begins last shuts out the other.
        try (Publisher publisher = new Publisher(
                config.topics().catalog(), ClientProperties.producer(config), serdes, transactionalId(config))) {
            return decide(config, seal, serdes, now, publisher);
        }
    }

    /** The same for all decisions on the case. */
    private String transactionalId(MonitorConfig config) {
        return TransactionalIds.imports(config.applicationId())
                + "decide-"
                + Sha256.hex(officerId + "\n" + caseId, ID_BYTES);
    }

    /** @param publisher null: nothing is recorded */
    private int decide(
            MonitorConfig config, Optional<TextSeal> seal, ConfiguredSerdes serdes, Instant now, Publisher publisher)
            throws IOException {
        List<Event> published = EventSource.published(config, spec.commandLine().getErr());
        DueReviews.Case found =
                new DueReviews(published, new RetentionRules().load(), now).find(Subject.ofOfficer(officerId), caseId);
        if (found.kept() == 0) {
            say("Nothing is kept of case " + caseId + " in the record of " + officerId + ". Is it in another one?");
            return Exit.FAILED;
        }
        RetentionDecision decided = new RetentionDecision(found, decision, until, reason, actor, now);
        String eventId = id == null ? decided.id() : id;
        if (published.stream().anyMatch(event -> event.eventId().equals(eventId))) {
            return recordedBefore(eventId, published);
        }
        List<Event> events = decided.events(eventId).stream()
                .map(event -> seal.map(one -> one.seal(event)).orElse(event))
                .toList();
        if (publisher != null) {
            log(config, serdes, found, eventId);
            events.forEach(publisher::publish);
            publisher.commit();
        }
        say((dryRun ? "Would record " : "Recorded ") + eventId + ": " + decision + " case " + caseId + " of "
                + officerId + ", " + found.kept() + " facts" + (until == null ? "" : ", until " + until) + ".");
        if (decision == RetentionDecision.Kind.ERASE) {
            say("Nothing is erased yet. A whole record goes: privacy erase --officer " + officerId
                    + " --reason RETENTION_ENDED. If other cases of it have to be kept, RESTRICT this one.");
        }
        return Exit.OK;
    }

    private int recordedBefore(String eventId, List<Event> published) {
        Optional<Event> overruling = RetentionDecision.overruling(eventId, published);
        if (overruling.isPresent()) {
            say(eventId + " was recorded before, but " + overruling.get().eventId() + " holds since "
                    + overruling.get().at() + ": to decide so again, give it another --id.");
            return Exit.FAILED;
        }
        say(eventId + " was recorded before: nothing to do.");
        return Exit.OK;
    }

    private void check(Optional<TextSeal> seal, Instant now) {
        if (seal.isEmpty() && !Texts.isCode(reason)) {
            throw wrong("--reason must be a code of A-Z, 0-9 and _ where there is no privacy.vault to seal it");
        }
        if (until != null && (decision != RetentionDecision.Kind.RETAIN || !until.isAfter(now))) {
            throw wrong("--until is for RETAIN, and must lie ahead");
        }
        if (!EventCheck.isId(actor) || id != null && !EventCheck.isId(id)) {
            throw wrong(
                    "--by and --id take an id: up to " + EventCheck.LONGEST_ID + " characters, no control characters");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The log first: what cannot be written down is not done. */
    private void log(MonitorConfig config, ConfiguredSerdes serdes, DueReviews.Case of, String eventId) {
        try (AuditLog log = new AuditLog(config.topics().catalog(), ClientProperties.producer(config), serdes)) {
            log.write(new AuditEntry(
                    eventId,
                    AuditEntry.Operation.ALTERATION,
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    actor,
                    null,
                    of.tenantId(),
                    of.officerId(),
                    "retention",
                    of.caseId(),
                    of.kept(),
                    decision.name(),
                    null,
                    List.of(),
                    AuditEntry.Outcome.ASKED));
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
