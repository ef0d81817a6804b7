package org.misconductmonitor.reference;

import org.junit.jupiter.api.Test;

/** What every monitor must keep. Extend it with a monitor and it is held against the reference over random streams. */
public abstract class AgreementContract {
    protected abstract MonitorFactory monitor();

    /** How many streams; fewer for a slow monitor. */
    protected int seeds() {
        return 1000;
    }

    @Test
    protected final void shouldAgreeWithTheReferenceAfterEveryEvent() {
        Agreement.seeds(seeds()).forEach(seed -> Agreement.assertAgrees(seed, monitor()));
    }

    @Test
    protected final void shouldNotDependOnTheOrderOfArrival() {
        Agreement.seeds(seeds()).forEach(seed -> Agreement.assertOrderDoesNotMatter(seed, monitor()));
    }

    @Test
    protected final void shouldNotDependOnDuplicates() {
        Agreement.seeds(seeds()).forEach(seed -> Agreement.assertDuplicatesDoNotMatter(seed, monitor()));
    }
}
