package org.misconductmonitor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A plan that failed can be made again, and all kinds of faults have their turn. */
class FaultPlanTest {
    @Test
    void shouldBeTheSameForTheSameSeed() {
        assertThat(FaultPlan.of(7, 20, 3)).isEqualTo(FaultPlan.of(7, 20, 3)).isNotEqualTo(FaultPlan.of(8, 20, 3));
        assertThat(FaultPlan.of(7, 20, 3).toString()).contains("-Dfaults.seed=7", "20 kills", "KILL instance 0");
    }

    @Test
    void shouldHaveEveryKindOfFaultAndKillEveryInstance() {
        FaultPlan plan = FaultPlan.of(1, 30, 3);
        Set<Fault.Kind> kinds =
                plan.steps().stream().map(step -> step.fault().kind()).collect(Collectors.toSet());
        Set<Integer> killed = plan.steps().stream()
                .filter(step -> step.fault().kind() == Fault.Kind.KILL)
                .map(step -> step.fault().instance())
                .collect(Collectors.toSet());

        assertThat(plan.kills()).isEqualTo(30);
        assertThat(kinds).containsExactlyInAnyOrder(Fault.Kind.values());
        assertThat(killed).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(plan.steps()).extracting(FaultPlan.Step::patient).contains(true, false);
    }

    @Test
    void shouldWaitForThreeOfFourKills() {
        assertThat(FaultPlan.of(1, 20, 3).steps())
                .filteredOn(step -> step.fault().kind().kills() && step.patient())
                .hasSize(15);
    }
}
