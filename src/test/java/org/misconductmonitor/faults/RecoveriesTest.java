package org.misconductmonitor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecoveriesTest {
    @Test
    void shouldTellWhatHalfAndNearlyAllDoNotExceed() {
        Recoveries recoveries = new Recoveries("one");
        for (int seconds = 10; seconds > 0; seconds--) {
            recoveries.add(Fault.Kind.KILL, recovery(seconds));
        }
        recoveries.add(Fault.Kind.RESTART, recovery(30));

        assertThat(recoveries.table().lines().skip(2))
                .containsExactly(
                        "| one | KILL | 10 | 5.0 | 9.0 | 10.0 | 18.0 |",
                        "| one | RESTART | 1 | 30.0 | 30.0 | 60.0 | 60.0 |",
                        "| one | all kills | 10 | 5.0 | 9.0 | 10.0 | 18.0 |");
    }

    @Test
    void shouldPutRunsTogether() {
        Recoveries all = new Recoveries("all");
        for (String name : new String[] {"two", "one", "two"}) {
            Recoveries run = new Recoveries(name);
            run.add(Fault.Kind.LEAVE, recovery(1));
            all.addAll(run);
        }

        assertThat(all.table().lines().skip(2))
                .containsExactly(
                        "| one | LEAVE | 1 | 1.0 | 1.0 | 2.0 | 2.0 |", "| two | LEAVE | 2 | 1.0 | 1.0 | 2.0 | 2.0 |");
    }

    private static Recovery recovery(int seconds) {
        return new Recovery(Duration.ofSeconds(seconds), Duration.ofSeconds(2L * seconds));
    }
}
