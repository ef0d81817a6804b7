package org.misconductmonitor.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyVaultTest {
    @TempDir
    private Path directory;

    private Path keyFile;

    @BeforeEach
    void create() {
        keyFile = directory.resolve("keys");
        KeyFile.create(keyFile);
    }

    private FileKeyVault vault() {
        return new FileKeyVault(directory.resolve("vault"), KeyFile.read(keyFile));
    }

    @Test
    void shouldGiveEveryPublisherTheSameKey() {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 16)
                .parallel()
                .forEach(i -> ids.add(vault().obtain("o1").id()));

        assertThat(ids).hasSize(1);
        assertThat(vault().find("o1").orElseThrow().id())
                .isEqualTo(ids.iterator().next());
        assertThat(vault().find("o2")).isEmpty();
    }

    @Test
    void shouldLeaveNoFileOfADestroyedKey() throws IOException {
        vault().obtain("o1");

        vault().destroy("o1");

        assertThat(keys()).isEmpty();
        assertThat(vault().find("o1")).isEmpty();
    }

    @Test
    void shouldWrapAnewSoThatOldKeysOfTheSiteCanGo() throws IOException {
        String id = vault().obtain("o1").id();
        String old = KeyFile.read(keyFile).current(KeyFile.Purpose.WRAPPING);
        KeyFile.read(keyFile).rotate(KeyFile.Purpose.WRAPPING);
        assertThat(vault().find("o1").orElseThrow().id()).isEqualTo(id);

        assertThat(vault().rewrap()).isEqualTo(1);
        assertThat(vault().rewrap()).isZero();

        withoutLine("wrapping." + old);
        assertThat(vault().find("o1").orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void shouldRefuseAKeyThatAnotherSiteWrappedOrThatWasMoved() throws IOException {
        vault().obtain("o1");
        vault().obtain("o2");
        List<Path> files = keys();
        Files.writeString(files.get(0), Files.readString(files.get(1)));

        assertThatThrownBy(() -> {
                    vault().find("o1");
                    vault().find("o2");
                })
                .isInstanceOf(PrivacyException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void shouldSayWhichKeyOfTheSiteIsMissing() throws IOException {
        vault().obtain("o1");
        String old = KeyFile.read(keyFile).current(KeyFile.Purpose.WRAPPING);
        KeyFile.read(keyFile).rotate(KeyFile.Purpose.WRAPPING);
        withoutLine("wrapping." + old);

        assertThatThrownBy(() -> vault().find("o1"))
                .isInstanceOf(PrivacyException.class)
                .hasMessageContaining("wrapping." + old);
    }

    @Test
    void shouldNotOverwriteAFileOfKeys() {
        assertThatThrownBy(() -> KeyFile.create(keyFile))
                .isInstanceOf(PrivacyException.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void shouldRefuseAFileThatIsNone() throws IOException {
        Path other = directory.resolve("other");
        Files.writeString(other, "wrapping=w1\nwrapping.w1=YWJj\n", StandardCharsets.UTF_8);
        other.toFile().setReadable(false, false);
        other.toFile().setReadable(true, true);

        assertThatThrownBy(() -> KeyFile.read(other))
                .isInstanceOf(PrivacyException.class)
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("YWJj");
    }

    private List<Path> keys() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("vault"))) {
            return files.filter(file -> file.toString().endsWith(".key"))
                    .sorted()
                    .toList();
        }
    }

    private void withoutLine(String name) throws IOException {
        List<String> kept = Files.readAllLines(keyFile).stream()
                .filter(line -> !line.startsWith(name + "="))
                .toList();
        Files.write(keyFile, kept);
    }
}
