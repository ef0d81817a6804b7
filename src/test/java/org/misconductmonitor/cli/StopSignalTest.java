package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopSignalTest {
    @TempDir
    private Path directory;

    @Test
    void shouldEndWhatDoesNotStop() throws Exception {
        Path said = directory.resolve("said");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NeverStops.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.readString(said)
                    .contains("started"));
            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(said).content().contains("did not stop within 9 s and is ended");
        } finally {
            process.destroyForcibly();
        }
    }
}
