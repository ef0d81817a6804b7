package org.misconductmonitor.hostile;

class ImportTargetTest extends TargetContract {
    @Override
    protected Target target() {
        return new ImportTarget();
    }
}
