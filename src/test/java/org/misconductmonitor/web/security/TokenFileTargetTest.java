package org.misconductmonitor.web.security;

import org.misconductmonitor.hostile.Target;
import org.misconductmonitor.hostile.TargetContract;

class TokenFileTargetTest extends TargetContract {
    @Override
    protected Target target() {
        return new TokenFileTarget();
    }
}
