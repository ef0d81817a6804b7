package org.misconductmonitor.hostile;

class RuleTargetTest extends TargetContract {
    @Override
    protected Target target() {
        return new RuleTarget();
    }
}
