package org.misconductmonitor.faults;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.endtoend.Stories;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

/**
 * A hundred kills: one and three instances, both ways of sharing the work, with and without standby copies, with every
 * shipped rule in two of the runs. {@code -Dfaults.seed=N -Dfaults.kills=K} makes other plans, of K kills together;
 * {@code -Dfaults.setting=classic-3} runs those settings only whose name has that in it.
 */
@Tag("nightly")
@ExtendWith(SharedPlatform.class)
class NightlyFaultsTest {
    private static final Path SHIPPED = Path.of("src/main/resources/rules");
    private static final Path EVERY_ALLEGATION = Stories.ruleFile("every-allegation.yaml");
    private static final int EVENTS_PER_SECOND = 100;

    private record Case(Setting setting, Path rules) {
        @Override
        public String toString() {
            return setting + (rules.equals(SHIPPED) ? "-shipped-rules" : "");
        }
    }

    private static final List<Case> CASES = List.of(
            new Case(new Setting("classic", 1, 0), EVERY_ALLEGATION),
            new Case(new Setting("streams", 1, 0), SHIPPED),
            new Case(new Setting("classic", 3, 0), EVERY_ALLEGATION),
            new Case(new Setting("classic", 3, 1), EVERY_ALLEGATION),
            new Case(new Setting("streams", 3, 0), SHIPPED));
    private static final Recoveries ALL = new Recoveries("all");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("cases")
    @Timeout(720)
    void shouldSurvive(Case tested, EmbeddedPlatform platform) {
        int kills = Integer.getInteger("faults.kills", 100);
        int share = (kills + cases().size() - 1) / cases().size();
        long seed = Long.getLong("faults.seed", 100) + CASES.indexOf(tested);
        FaultPlan plan = FaultPlan.of(seed, share, tested.setting().instances());
        ALL.addAll(new FaultRun(tested.toString(), platform, tested.setting(), plan, tested.rules(), directory)
                .run(EVENTS_PER_SECOND));
    }

    /** After each of them: what is known stays known if one of the next fails. */
    @AfterEach
    void write() {
        ALL.write(FaultRun.LEFT_BEHIND);
    }

    @AfterAll
    static void tell() {
        System.out.print(ALL.table());
    }

    private static List<Case> cases() {
        String wanted = System.getProperty("faults.setting", "");
        return CASES.stream().filter(one -> one.toString().contains(wanted)).toList();
    }
}
