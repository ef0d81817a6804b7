package org.misconductmonitor.hostile;

class StoredFormTargetTest extends TargetContract {
    @Override
    protected Target target() {
        return new StoredFormTarget();
    }
}
