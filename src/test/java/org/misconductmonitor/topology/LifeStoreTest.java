package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.alert.ReviewAction;

/** Whether lives come from memory or from the store, the same is stored. */
class LifeStoreTest {
    private static final int ALL = 1_000;

    @TempDir
    private Path directory;

    @Test
    void shouldRememberThatARevisionWasLostInAStorm() {
        assertThat(stormThenRefusal(ALL)).isEqualTo(stormThenRefusal(1));
    }

    /** What is stored of an alert that nobody was told of, after a review of it that was refused. */
    private List<String> stormThenRefusal(int cachedFacts) {
        Reviewing desk = new Reviewing(directory.resolve("" + cachedFacts), DrivenTopology.START, cachedFacts);
        try (DrivenTopology topology = desk.topology()) {
            for (int i = 0; i < 25; i++) {
                desk.recorded("O" + i, i, "2025-12-01");
            }
            List<Alert> alerts = desk.read();
            Alert quiet = alerts.get(23);
            assertThat(quiet.notice().quiet()).isEqualTo(Notice.Quiet.STORM);
            assertThat(desk.act(desk.action(quiet, 7, ReviewAction.Kind.CLOSE))).isEqualTo("REFUSED CONFLICT");
            return topology.stored().stream()
                    .filter(entry -> entry.startsWith(Names.ALERT_LIVES_STORE))
                    .toList();
        }
    }
}
