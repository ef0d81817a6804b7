package org.misconductmonitor.hostile;

class ConfigTargetTest extends TargetContract {
    @Override
    protected Target target() {
        return new ConfigTarget();
    }
}
