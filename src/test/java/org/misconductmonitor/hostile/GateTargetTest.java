package org.misconductmonitor.hostile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class GateTargetTest extends TargetContract {
    private static GateTarget target;

    @BeforeAll
    static void open() {
        target = new GateTarget();
    }

    @AfterAll
    static void close() {
        target.close();
    }

    @Override
    protected Target target() {
        return target;
    }
}
