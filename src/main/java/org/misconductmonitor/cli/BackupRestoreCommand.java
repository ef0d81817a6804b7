package org.misconductmonitor.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.backup.BackupManifest;
import org.misconductmonitor.platform.backup.SiteRestore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup restore}: a site out of files. */
@Command(
        name = "restore",
        description = {
            "Makes the site of a backup again on a cluster that has nothing of it: topics, records with their keys,"
                    + " headers, times and order, schemas, and the place at which the monitor goes on.",
            "Checks all files first. Alerts and reviews are restored, not computed again: their readers get nothing twice."
                    + " Readers begin with the first record, because offsets are others than before.",
            ""
        },
        footer = {"", "Exit codes: 0 done, 1 refused or failed, 2 wrong arguments."},
        sortOptions = false)
final class BackupRestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "What 'backup create' has made.")
    private Path directory;

    @Option(names = "--json", description = "Print what was restored as JSON.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        MonitorConfig config = connection.load();
        try (Admin admin = Admin.create(ClientProperties.admin(config))) {
            BackupReport report = new BackupReport(spec.commandLine(), json);
            BackupManifest manifest =
                    new SiteRestore(config, admin, Registries.registrar(config)).restore(directory, report::done);
            report.end(manifest, "restored; start the monitor with 'run'");
            return Exit.OK;
        }
    }
}
