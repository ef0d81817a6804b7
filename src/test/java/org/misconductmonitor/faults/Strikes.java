package org.misconductmonitor.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.misconductmonitor.endtoend.Offsets;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;

/** Makes faults happen to the instances of a monitor, and sees to it that they come back. */
final class Strikes {
    private static final Duration REGISTRY_START = Duration.ofSeconds(240);

    private final EmbeddedPlatform platform;
    private final List<Instance> instances;
    private final Offsets offsets;

    Strikes(EmbeddedPlatform platform, List<Instance> instances, Offsets offsets) {
        this.platform = platform;
        this.instances = instances;
        this.offsets = offsets;
    }

    /**
     * Returns when all instances are started again.
     *
     * @param recoveries get how long it took, if the step waits for that
     * @return the same in words
     */
    String strike(FaultPlan.Step step, Recoveries recoveries) throws InterruptedException {
        Fault fault = step.fault();
        long since = happen(fault);
        if (!step.patient()) {
            startMissing();
            return "the next strikes at once";
        }
        Standstill standstill = Standstill.now(offsets);
        boolean othersGoOn =
                fault.kind() != Fault.Kind.RESTART && instances.stream().anyMatch(Instance::isAlive);
        if (!othersGoOn) {
            startMissing();
        }
        Recovery recovery = standstill.end(since, instances);
        recoveries.add(fault.kind(), recovery);
        startMissing();
        return recovery.toString();
    }

    /** @return nanoseconds of the clock since when it could recover */
    private long happen(Fault fault) throws InterruptedException {
        Instance struck = instances.get(fault.instance());
        long since = System.nanoTime();
        switch (fault.kind()) {
            case KILL -> struck.kill();
            case KILL_AND_WIPE -> {
                struck.kill();
                struck.wipe();
            }
            case KILL_ALL -> instances.forEach(Instance::kill);
            case KILL_WITHOUT_REGISTRY -> {
                platform.registry().kill();
                struck.kill();
                struck.start();
                TimeUnit.SECONDS.sleep(fault.seconds());
                startRegistry(platform);
                return System.nanoTime();
            }
            case RESTART, LEAVE -> struck.stop();
            case BROKER_RESTART -> {
                platform.broker().close();
                platform.broker().start();
            }
        }
        return since;
    }

    private void startMissing() {
        instances.stream().filter(instance -> !instance.isAlive()).forEach(Instance::start);
    }

    /** As a supervisor does: on a machine that is busy it may give up at first. */
    static void startRegistry(EmbeddedPlatform platform) {
        Patience.until(REGISTRY_START, () -> platform.registry().start());
    }
}
