package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.engine.TenantState;
import org.misconductmonitor.event.Subject;

/** A tenant in memory. Only its task touches it. */
final class KeptTenant {
    /** Facts that come within so long are judged together. */
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Settling takes no more than this share of the time, however many facts a tenant has. */
    private static final int SHARE = 20;

    private final Subject tenant;
    private final TenantState state;
    private Snapshot stored;
    private Duration pause = PAUSE;
    private Instant ripeAt = Instant.MIN;
    private boolean waiting;

    KeptTenant(Subject tenant, TenantState state, Snapshot stored) {
        this.tenant = tenant;
        this.state = state;
        this.stored = stored;
    }

    Subject tenant() {
        return tenant;
    }

    TenantState state() {
        return state;
    }

    /** What is stored of how far it has come. */
    Snapshot stored() {
        return stored;
    }

    void stored(Snapshot snapshot) {
        stored = snapshot;
    }

    void accept(Contribution contribution, Instant wall) {
        if (!waiting) {
            waiting = true;
            ripeAt = wall.plus(pause);
        }
        state.accept(contribution);
    }

    /** Whether it has waited long enough for what may belong together. */
    boolean isRipe(Instant wall) {
        return !wall.isBefore(ripeAt);
    }

    /** @param took how long it took to settle */
    void settled(Instant wall, Duration took) {
        waiting = false;
        Duration least = took.multipliedBy(SHARE);
        pause = least.compareTo(PAUSE) > 0 ? least : PAUSE;
        ripeAt = wall;
    }
}
