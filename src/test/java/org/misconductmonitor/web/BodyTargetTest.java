package org.misconductmonitor.web;

import org.misconductmonitor.hostile.Target;
import org.misconductmonitor.hostile.TargetContract;

class BodyTargetTest extends TargetContract {
    @Override
    protected Target target() {
        return new BodyTarget();
    }
}
