package org.misconductmonitor.privacy;

import org.misconductmonitor.hostile.Target;
import org.misconductmonitor.hostile.TargetContract;

class SealTargetTest extends TargetContract {
    @Override
    protected Target target() {
        return new SealTarget();
    }
}
