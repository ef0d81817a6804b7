package org.misconductmonitor.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateHoldTest {
    @TempDir
    private Path directory;

    @Test
    void shouldBeHadByOneAtATime() {
        Path state = directory.resolve("not/yet");
        try (StateHold hold = StateHold.take(state, "cluster-1")) {
            assertThat(hold).isNotNull();
            assertThatThrownBy(() -> StateHold.take(state, "cluster-1"))
                    .isInstanceOf(LocalStateException.class)
                    .hasMessageContaining("is in use by another process")
                    .hasMessageContaining("state.dir of its own");
        }
        StateHold.take(state, "cluster-1").close();
    }

    @Test
    void shouldBeOfOneCluster() throws Exception {
        StateHold.take(directory, "cluster-1").close();

        assertThatThrownBy(() -> StateHold.take(directory, "cluster-2"))
                .isInstanceOf(LocalStateException.class)
                .hasMessageContaining("stores of the cluster cluster-1, but bootstrap.servers leads to cluster-2");
        assertThat(directory.resolve("cluster")).hasContent("cluster-1");
        StateHold.take(directory, "cluster-1").close();
    }

    @Test
    void shouldTakeADirectoryThatNobodyHasMarked() throws Exception {
        Files.createFile(directory.resolve("cluster"));
        StateHold.take(directory, "cluster-1").close();

        assertThat(directory.resolve("cluster")).hasContent("cluster-1");
    }
}
