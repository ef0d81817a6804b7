package org.misconductmonitor.hostile;

class TableTargetTest extends TargetContract {
    @Override
    protected Target target() {
        return new TableTarget();
    }
}
