package org.misconductmonitor.reference;

/** The reference agrees with itself: it depends on neither order nor duplicates, and holds the harness upright. */
class ReferenceAgreementTest extends AgreementContract {
    @Override
    protected MonitorFactory monitor() {
        return ReferenceMonitor::new;
    }

    @Override
    protected int seeds() {
        return 500;
    }
}
