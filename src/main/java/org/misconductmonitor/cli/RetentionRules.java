package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;
import picocli.CommandLine.Option;

/** The retention schedule of a command: {@code @Mixin RetentionRules}. */
final class RetentionRules {
    private static final String RESOURCE = "/privacy/retention.yaml";

    @Option(
            names = "--rules",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Your retention schedule as rules. Default: that of 'privacy retention-rules'.")
    private List<Path> files;

    /** Whether others are given than those that come with the monitor. */
    boolean areGiven() {
        return files != null;
    }

    /** @throws org.misconductmonitor.rule.file.RuleFileException if a file is wrong */
    RuleSet load() throws IOException {
        return files == null
                ? RuleFiles.read(List.of(new RuleText("retention.yaml", text())))
                        .rules()
                : RuleFiles.load(files).rules();
    }

    /** The schedule that comes with the monitor. */
    static String text() throws IOException {
        try (InputStream in = RetentionRules.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
