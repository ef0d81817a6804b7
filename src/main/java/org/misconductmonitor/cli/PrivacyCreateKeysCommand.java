package org.misconductmonitor.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.misconductmonitor.privacy.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code privacy create-keys}: the secrets of a new site. */
@Command(
        name = "create-keys",
        description = {
            "Makes a new file of the site's secrets, which only its owner can read: a key that wraps the keys of officers'"
                    + " texts, and one that makes pseudonyms.",
            "Name it in privacy.key.file. Keep a copy apart: without it no sealed text can ever be read again.",
            ""
        },
        footer = {"", "Exit codes: 0 done, 1 failed, or the file exists, 2 wrong arguments."},
        sortOptions = false)
final class PrivacyCreateKeysCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The new file.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        KeyFile.create(file);
        spec.commandLine().getOut().println("Made " + file + ". Set privacy.key.file to it, and keep a copy apart.");
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
