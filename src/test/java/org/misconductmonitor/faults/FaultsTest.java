package org.misconductmonitor.faults;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.endtoend.Stories;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

/**
 * A few faults of every run; {@code NightlyFaultsTest} has many. {@code -Dfaults.seed=N -Dfaults.kills=K} makes another
 * plan.
 */
@ExtendWith(SharedPlatform.class)
@Timeout(900)
class FaultsTest {
    private static final int EVENTS_PER_SECOND = 250;

    @TempDir
    private Path directory;

    @Test
    void shouldSurviveKillsOfTheOnlyInstance(EmbeddedPlatform platform) {
        run(platform, new Setting("classic", 1, 0), 18, 3);
    }

    @Test
    void shouldSurviveKillsOfOneOfThree(EmbeddedPlatform platform) {
        run(platform, new Setting("streams", 3, 0), 13, 2);
    }

    private void run(EmbeddedPlatform platform, Setting setting, long seed, int kills) {
        FaultPlan plan = FaultPlan.of(
                Long.getLong("faults.seed", seed), Integer.getInteger("faults.kills", kills), setting.instances());
        Recoveries recoveries = new FaultRun(
                        setting.toString(),
                        platform,
                        setting,
                        plan,
                        Stories.ruleFile("every-allegation.yaml"),
                        directory)
                .run(EVENTS_PER_SECOND);
        System.out.print(recoveries.table());
    }
}
