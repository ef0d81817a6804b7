package org.misconductmonitor.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code privacy retention-rules}: rules that tell when a retention review is due. */
@Command(
        name = "retention-rules",
        description = {
            "Prints rules that raise an alert when a case was not reviewed in time, or not after a malicious allegation."
                    + " Every decision is a RETENTION_REVIEWED event with RETAIN, RESTRICT or ERASE, which 'privacy decide' records.",
            "Save them, set the times to those of your retention schedule, and publish them with 'rules publish'.",
            ""
        },
        footer = {"", "Exit codes: 0 done, 2 wrong arguments."},
        sortOptions = false)
final class PrivacyRetentionRulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        spec.commandLine().getOut().print(RetentionRules.text());
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
