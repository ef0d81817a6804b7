package org.misconductmonitor.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.privacy.Pseudonyms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code privacy pseudonym}: under which name a person is in the records. */
@Command(
        name = "pseudonym",
        description = {"Prints the pseudonyms of real ids, one a line.", ""},
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong arguments or configuration."},
        sortOptions = false)
final class PrivacyPseudonymCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "REAL_ID", description = "As the publisher's system has it.")
    private List<String> realIds;

    @Option(names = "--key", paramLabel = "KEY_ID", description = "Another key of the file than the one in use.")
    private String keyId;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        MonitorConfig config = connection.load();
        Pseudonyms pseudonyms = keyId == null
                ? config.privacy().keys().pseudonyms()
                : config.privacy().keys().pseudonyms(keyId);
        realIds.forEach(realId -> spec.commandLine().getOut().println(pseudonyms.of(realId)));
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
