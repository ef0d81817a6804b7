package org.misconductmonitor.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.backup.BackupManifest;
import org.misconductmonitor.platform.backup.SiteBackup;
import org.misconductmonitor.topology.AclCatalog;
import org.misconductmonitor.topology.RightsCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup create}: a site into files. */
@Command(
        name = "create",
        description = {
            "Copies every topic of the site with all records, what the monitor has computed, how far it has come, and the"
                    + " schemas into compressed files with checksums.",
            "Stop every instance first: only then does all of it belong together. Publishers can go on.",
            "The files hold everything that the topics hold: keep them as safe as the cluster, encrypted.",
            ""
        },
        footer = {"", "Exit codes: 0 done, 1 refused or failed, 2 wrong arguments."},
        sortOptions = false)
final class BackupCreateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A new directory.")
    private Path directory;

    @Option(names = "--json", description = "Print what is in the backup as JSON.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        MonitorConfig config = connection.load();
        try (Admin admin = Admin.create(ClientProperties.admin(config))) {
            // Kafka hides what somebody may not see: without this a backup could lack stores, or be made of a running
            // site.
            new RightsCheck(admin, config.bootstrapServers())
                    .require("backup", new AclCatalog(config.topics().catalog(), config.applicationId()).backup());
            BackupReport report = new BackupReport(spec.commandLine(), json);
            BackupManifest manifest =
                    new SiteBackup(config, admin, Registries.client(config)).create(directory, report::done);
            report.end(manifest, "in " + directory);
            return Exit.OK;
        }
    }
}
