package org.misconductmonitor.web;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.misconductmonitor.hostile.Target;
import org.misconductmonitor.hostile.TargetContract;

class RequestTargetTest extends TargetContract {
    private static SilentServer server;

    @BeforeAll
    static void start() {
        server = new SilentServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected Target target() {
        return new RequestTarget(server);
    }
}
