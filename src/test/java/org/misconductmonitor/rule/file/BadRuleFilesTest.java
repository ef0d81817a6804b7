package org.misconductmonitor.rule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class BadRuleFilesTest {
    private static final Path BAD = Path.of("src/test/resources/rules/bad");
    private static final String GOOD =
            "id: %s\ntitle: Good\nkind: threshold\nwindow: P1Y\nlevels: [{ level: AMBER, at: 1 }]\n";

    @TempDir
    private Path folder;

    /** Beside every bad file is what must be said about it; -Dwrite.expected=true writes that anew, to be read again. */
    @TestFactory
    Stream<DynamicTest> shouldSayWhatIsWrongAndWhatToWriteInstead() throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(BAD)) {
            files = entries.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        String name = file.getFileName().toString();
        RuleFileException error = catchThrowableOfType(
                RuleFileException.class, () -> RuleFiles.read(List.of(new RuleText(name, Files.readString(file)))));
        Path expected = BAD.resolve(name.replace(".yaml", ".txt"));
        if (Boolean.getBoolean("write.expected")) {
            Files.writeString(expected, error.getMessage() + "\n");
        }
        assertThat(error).hasMessage(Files.readString(expected).stripTrailing());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void shouldTellTheProblemsOfAllFilesAndLoadNone() throws IOException {
        write("b.yaml", GOOD.formatted("same"));
        write("a.yaml", GOOD.formatted("same"));
        write("c.yml", "id: c\n");
        write("ignored.txt", "nonsense: [");
        RuleFileException error = catchThrowableOfType(RuleFileException.class, () -> RuleFiles.load(List.of(folder)));
        assertThat(error.problems())
                .extracting(problem -> problem.place().toString())
                .containsExactly(
                        folder.resolve("b.yaml") + ":1:5",
                        folder.resolve("c.yml") + ":1:1",
                        folder.resolve("c.yml") + ":1:1");
        assertThat(error.problems().get(0).message())
                .isEqualTo("the id 'same' is taken by the rule at " + folder.resolve("a.yaml") + ":1:5; rename one");
    }

    @Test
    void shouldTellWhatIsNotThere() {
        Path none = folder.resolve("none.yaml");
        assertThatThrownBy(() -> RuleFiles.load(List.of(none, folder)))
                .isInstanceOf(RuleFileException.class)
                .hasMessageContaining(none + ": there is no such file or directory")
                .hasMessageContaining(folder + ": a directory without a *.yaml or *.yml file");
    }

    @Test
    void shouldTellWrongEncodings() throws IOException {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "id: x\ntitle: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Path wide = folder.resolve("wide.yaml");
        Files.write(wide, "\uFEFFid: x\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> RuleFiles.load(List.of(latin, wide)))
                .hasMessage(latin + ": is not UTF-8 (see line 2); save it with the encoding UTF-8\n" + wide
                        + ": is not UTF-8 (see line 1); save it with the encoding UTF-8");
    }

    @Test
    void shouldTellCharactersThatYamlDoesNotAllow() {
        assertThatThrownBy(() -> RuleFiles.read(List.of(new RuleText("nul.yaml", "id: x\ntitle: a\0b\n"))))
                .hasMessageStartingWith(
                        "nul.yaml:2:9: the character U+0000 may not stand in YAML; remove it or save the"
                                + " file as UTF-8\n    title: a b\n");
    }

    @Test
    void shouldTellHugeFiles() throws IOException {
        Path huge = write("huge.yaml", "# comment\n".repeat(500_000));
        Path large = write("large.yaml", "# comment\n".repeat(120_000));
        assertThatThrownBy(() -> RuleFiles.load(List.of(huge, large)))
                .hasMessage(huge + ": is larger than 4000000 bytes; split it into several files\n" + large
                        + ": is longer than 1000000 characters; split it into several files of a directory");
    }

    @Test
    void shouldReadAFileThatStartsWithAByteOrderMark() throws IOException {
        Path file = write("mark.yaml", "\uFEFF" + GOOD.formatted("mark"));
        assertThat(RuleFiles.load(List.of(file)).rules().rules()).hasSize(1);
    }
}
