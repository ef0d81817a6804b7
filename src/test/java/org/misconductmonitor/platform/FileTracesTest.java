package org.misconductmonitor.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTracesTest {
    private static final String TEXT = "h\u00e4tte das Geld im Schrank gesehen, sagte er";

    private final FileTraces traces = new FileTraces(List.of(TEXT, "no", "another thing"));

    @TempDir
    private Path directory;

    @Test
    void shouldFindTextsInFilesAndInWhatGzipHasCompressed() throws IOException {
        Files.createDirectories(directory.resolve("rocks"));
        Path plain = write("rocks/000004.sst", "\0\1" + TEXT + "\2");
        Path packed = directory.resolve("allegations.records.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(("x".repeat(10_000) + TEXT).getBytes(StandardCharsets.UTF_8));
        }
        write("other", "nothing of it; no");
        write("damaged.gz", "not compressed");

        assertThat(traces.in(directory)).containsExactlyInAnyOrder(plain, packed);
        assertThat(traces.texts()).isEqualTo(2);
    }

    @Test
    void shouldFindATextThatLiesAcrossTwoPieces() throws IOException {
        Path file = write("long", "y".repeat((1 << 20) - 20) + TEXT + "y".repeat(100));

        assertThat(traces.in(directory)).containsExactly(file);
    }

    @Test
    void shouldFindNothingWhereThereIsNothing() throws IOException {
        write("file", TEXT);

        assertThat(new FileTraces(List.of()).in(directory)).isEmpty();
        assertThat(traces.in(directory.resolve("missing"))).isEmpty();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
