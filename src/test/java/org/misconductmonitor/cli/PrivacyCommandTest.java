package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter output = new StringWriter();

    private int run(String... arguments) {
        output.getBuffer().setLength(0);
        return Main.run(new PrintWriter(output), new PrintWriter(output), arguments);
    }

    @Test
    void shouldPrintRulesThatPassTheirOwnTests() throws IOException {
        assertThat(run("privacy", "retention-rules")).isEqualTo(Exit.OK);
        Path file = directory.resolve("retention.yaml");
        Files.writeString(file, output.toString());

        assertThat(run("rules", "test", file.toString())).as(output.toString()).isEqualTo(Exit.OK);
    }

    @Test
    void shouldMakeKeysAndPseudonymsAndOtherPseudonymsAfterARotation() {
        String keys = "privacy.key.file=" + directory.resolve("keys");
        assertThat(run("privacy", "create-keys", directory.resolve("keys").toString()))
                .isEqualTo(Exit.OK);
        assertThat(run("privacy", "pseudonym", "PC1", "--set", keys)).isEqualTo(Exit.OK);
        String before = output.toString().strip();

        assertThat(run("privacy", "rotate-key", "pseudonym", "--set", keys)).isEqualTo(Exit.OK);
        assertThat(run("privacy", "pseudonym", "PC1", "--set", keys)).isEqualTo(Exit.OK);
        assertThat(output.toString().strip()).isNotEqualTo(before);
        String oldKey = before.substring(0, before.indexOf('-'));
        assertThat(run("privacy", "pseudonym", "PC1", "--key", oldKey, "--set", keys))
                .isEqualTo(Exit.OK);
        assertThat(output.toString().strip()).isEqualTo(before);
    }

    @Test
    void shouldSayWhatIsMissing() {
        assertThat(run("privacy", "pseudonym", "PC1")).isEqualTo(Exit.USAGE);
        assertThat(output.toString()).contains("privacy.key.file is not set", "privacy create-keys");
        assertThat(run("privacy", "erase", "--officer", "o", "--reason", "he asked for it", "--yes"))
                .isEqualTo(Exit.USAGE);
        assertThat(output.toString()).contains("--reason must be a code");
        assertThat(List.of(run("privacy", "erase", "--officer", "o", "--reason", "CODE", "--yes")))
                .containsExactly(Exit.USAGE);
        assertThat(output.toString()).contains("privacy.vault is not set");
    }
}
