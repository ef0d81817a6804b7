package org.misconductmonitor.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.AuditEntry;
import org.misconductmonitor.topology.AuditLog;
import org.misconductmonitor.topology.Holdings;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code privacy export}: what is held on a person, for that person. */
@Command(
        name = "export",
        description = {
            "Writes everything that is held on an officer: events under every id, alerts with all revisions, what"
                    + " reviewers wrote; texts opened with the vault.",
            "Who other people are is withheld, and confidential and covert matters are unless you say otherwise. The file"
                    + " says how much was withheld, and why. The audit topic gets a disclosure.",
            ""
        },
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong arguments or configuration."},
        sortOptions = false)
final class PrivacyExportCommand implements Callable<Integer> {
    @Option(names = "--officer", required = true, paramLabel = "ID", description = "Pseudonym of the officer.")
    private String officerId;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new file, JSON.")
    private Path out;

    @Option(names = "--html", paramLabel = "FILE", description = "The same as a page to be read, in a new file.")
    private Path html;

    @Option(names = "--by", paramLabel = "ID", description = "Pseudonym of who does it, for the log.")
    private String actor;

    @Option(
            names = "--include-confidential",
            description = "Tell confidential and covert matters, too: only where telling them does no harm any more.")
    private boolean includeConfidential;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        MonitorConfig config = connection.load();
        ConfiguredSerdes serdes = ConfiguredSerdes.from(config.passThrough().serdes());
        Holdings holdings = Holdings.of(
                officerId, ClientProperties.consumer(config), config.topics().catalog(), serdes.deserializer());
        List<Alert> alerts = new ArrayList<>();
        try (AlertFeed feed = AlertFeeds.all(config)) {
            feed.readToEnd(alert -> {
                if (alert.subject().kind() == Subject.Kind.OFFICER
                        && holdings.keys().contains(alert.subject().id())) {
                    alerts.add(alert);
                }
            });
        }
        SubjectExport export = new SubjectExport(holdings, config.privacy().seal(), includeConfidential);
        ObjectNode told = export.write(alerts);
        // The log first: what cannot be written down is not told.
        try (AuditLog log = new AuditLog(config.topics().catalog(), ClientProperties.producer(config), serdes)) {
            log.write(new AuditEntry(
                    UUID.randomUUID().toString(),
                    AuditEntry.Operation.DISCLOSURE,
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    actor,
                    holdings.events().stream().map(Event::tenantId).findFirst().orElse(Event.DEFAULT_TENANT),
                    officerId,
                    "record",
                    holdings.events().size() + alerts.size(),
                    null));
        }
        Files.writeString(out, JsonOutput.of(told), StandardOpenOption.CREATE_NEW);
        if (html != null) {
            Files.writeString(html, SubjectPage.of(told), StandardOpenOption.CREATE_NEW);
        }
        spec.commandLine()
                .getOut()
                .println(holdings.events().size() + " events and " + alerts.size() + " revisions of alerts: " + out);
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
