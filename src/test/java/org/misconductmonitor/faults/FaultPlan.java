package org.misconductmonitor.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.misconductmonitor.faults.Fault.Kind;

/**
 * Faults to come, the same for the same seed: kills in rotation over the instances, other faults between them.
 *
 * @param seed it was made of
 * @param steps in order
 */
record FaultPlan(long seed, List<Step> steps) {
    private static final List<Kind> KILLS =
            List.of(Kind.KILL, Kind.KILL, Kind.KILL, Kind.KILL_AND_WIPE, Kind.KILL_ALL, Kind.KILL_WITHOUT_REGISTRY);
    private static final List<Kind> OTHERS = List.of(Kind.RESTART, Kind.LEAVE, Kind.BROKER_RESTART);
    private static final int LONGEST_PAUSE_MS = 1_500;
    private static final int BETWEEN_PERCENT = 40;
    /** Of four kills three are waited for, and measured. */
    private static final int HASTY_ONE_OF = 4;

    private static final int PATIENT_PERCENT = 70;

    /**
     * A fault and when it strikes.
     *
     * @param pauseMs milliseconds of work before it
     * @param fault what happens
     * @param patient whether the next waits until the monitor has caught up; else it may strike in the middle of that
     */
    record Step(int pauseMs, Fault fault, boolean patient) {
        @Override
        public String toString() {
            return "after %d ms %s%s".formatted(pauseMs, fault, patient ? ", then catch up" : "");
        }
    }

    /** With as many kills; {@code KILL_ALL} is one of them. */
    static FaultPlan of(long seed, int kills, int instances) {
        Random random = new Random(seed);
        List<Kind> deck = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            if (deck.isEmpty()) {
                deck.addAll(KILLS);
                Collections.shuffle(deck, random);
            }
            steps.add(step(deck.remove(0), kill % instances, kill % HASTY_ONE_OF > 0, random));
            if (random.nextInt(100) < BETWEEN_PERCENT) {
                Kind other = OTHERS.get(random.nextInt(OTHERS.size()));
                steps.add(step(other, random.nextInt(instances), random.nextInt(100) < PATIENT_PERCENT, random));
            }
        }
        return new FaultPlan(seed, List.copyOf(steps));
    }

    private static Step step(Kind kind, int instance, boolean patient, Random random) {
        int seconds = kind == Kind.KILL_WITHOUT_REGISTRY ? 1 + random.nextInt(4) : 0;
        return new Step(random.nextInt(LONGEST_PAUSE_MS), new Fault(kind, instance, seconds), patient);
    }

    long kills() {
        return steps.stream().filter(step -> step.fault().kind().kills()).count();
    }

    @Override
    public String toString() {
        return "-Dfaults.seed=%d, %d kills:\n%s"
                .formatted(
                        seed, kills(), steps.stream().map(step -> "  " + step).collect(Collectors.joining("\n")));
    }
}
