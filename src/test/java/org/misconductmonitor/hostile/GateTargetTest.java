package org.misconductmonitor.hostile;

class GateTargetTest extends TargetContract {
    @Override
    protected Target target() {
        return new GateTarget();
    }
}
