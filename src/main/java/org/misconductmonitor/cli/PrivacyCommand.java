package org.misconductmonitor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code privacy}: keys, pseudonyms, and what people may ask for who are in the records. */
@Command(
        name = "privacy",
        description = "Keys, pseudonyms, erasure, export and retention of what is held on a person.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PrivacyCreateKeysCommand.class,
            PrivacyRotateKeyCommand.class,
            PrivacyPseudonymCommand.class,
            PrivacyLinkPseudonymsCommand.class,
            PrivacyEraseCommand.class,
            PrivacyExportCommand.class,
            PrivacyReviewsCommand.class,
            PrivacyDecideCommand.class,
            PrivacyRetentionRulesCommand.class
        })
final class PrivacyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: create-keys, rotate-key, pseudonym, link-pseudonyms, erase, export, reviews, decide or"
                        + " retention-rules.");
    }
}
