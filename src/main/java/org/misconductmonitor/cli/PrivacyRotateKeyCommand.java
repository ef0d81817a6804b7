package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.privacy.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code privacy rotate-key}: new keys of the site. */
@Command(
        name = "rotate-key",
        description = {
            "Makes a new key of the site and takes it into use; the one before stays in the file until you delete its"
                    + " line.",
            "wrapping: wraps every key in the vault anew. Delete the old line then, and every old copy of the vault is"
                    + " worthless, keys that were destroyed since included.",
            "pseudonym: new events get other pseudonyms. Link the old ones with 'privacy link-pseudonyms', but not those"
                    + " of people who were erased; delete the old line when all are linked.",
            ""
        },
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong arguments or configuration."},
        sortOptions = false)
final class PrivacyRotateKeyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PURPOSE", description = "wrapping or pseudonym.")
    private KeyFile.Purpose purpose;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        MonitorConfig config = connection.load();
        KeyFile keys = config.privacy().keys();
        String before = keys.current(purpose);
        keys.rotate(purpose);
        PrintWriter out = spec.commandLine().getOut();
        out.println("In use: " + keys.current(purpose) + ", before: " + before);
        if (purpose == KeyFile.Purpose.WRAPPING) {
            config.privacy().openVault().ifPresent(vault -> out.println(vault.rewrap() + " keys wrapped anew."));
        }
        out.flush();
        return Exit.OK;
    }
}
