package org.misconductmonitor.cli;

import java.io.PrintWriter;
import org.misconductmonitor.platform.backup.BackupManifest;
import picocli.CommandLine;

/** What the backup commands say: each topic as it is done, and the sum. */
final class BackupReport {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    BackupReport(CommandLine command, boolean json) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.json = json;
    }

    void done(BackupManifest.Topic topic) {
        if (System.console() != null) {
            err.printf("%,12d  %s%n", topic.records(), topic.name());
            err.flush();
        }
    }

    void end(BackupManifest manifest, String what) {
        if (json) {
            out.println(JsonOutput.of(manifest));
        } else {
            out.printf(
                    "%,d records of %d topics and %d schemas of %s, %s%n",
                    manifest.records(),
                    manifest.topics().size(),
                    manifest.schemas().size(),
                    manifest.applicationId(),
                    what);
        }
        out.flush();
    }
}
