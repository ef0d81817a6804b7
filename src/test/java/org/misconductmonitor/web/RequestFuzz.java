package org.misconductmonitor.web;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.hostile.Target;

/** {@link RequestTarget} under a fuzzer: {@code ./mvnw -Pnightly verify}. */
class RequestFuzz {
    static {
        // Else every request to our own server is taken for a find.
        BugDetectors.allowNetworkConnections((host, port) -> host.equals("127.0.0.1"));
    }

    private static final Target TARGET = new RequestTarget(new SilentServer());

    static Stream<byte[]> seeds() {
        return TARGET.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void fuzz(byte[] input) {
        TARGET.feed(input);
    }
}
